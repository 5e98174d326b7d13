import { type Socket, connect } from 'node:net';
import type { Readable } from 'node:stream';

/** Reads what is left of an answer: how many bytes came, and how the connection broke, if it did. */
export const readRest = async (response: Readable) => {
  let byteSize = 0;
  try {
    for await (const chunk of response) byteSize += (chunk as Buffer).length;
    return { byteSize, error: null };
  } catch (error) {
    return { byteSize, error: (error as NodeJS.ErrnoException).code };
  }
};

/** Asks on a bare connection and takes nothing of the answer: most of it stays with the server's kernel. */
export const askWithoutReading = (
  origin: string,
  url: string,
  headers: Record<string, string>,
  version = '1.1',
): Socket => {
  const { hostname, port } = new URL(origin);
  const lines = Object.entries({ host: hostname, ...headers }).map((pair) => pair.join(': '));
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${url} HTTP/${version}\r\n${lines.join('\r\n')}\r\n\r\n`);
  return socket.pause();
};
