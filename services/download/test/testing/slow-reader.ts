import type { IncomingMessage } from 'node:http';

/** Reads what is left of an answer: how many bytes came, and how the connection broke, if it did. */
export const readRest = async (response: IncomingMessage) => {
  let byteSize = 0;
  try {
    for await (const chunk of response) byteSize += (chunk as Buffer).length;
    return { byteSize, error: null };
  } catch (error) {
    return { byteSize, error: (error as NodeJS.ErrnoException).code };
  }
};
