import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The stable code of a problem+json; undefined for anything else. */
  readonly code: string | undefined;
}

interface Asked {
  readonly method?: string | undefined;
  readonly headers?: Record<string, string> | undefined;
}

/** Sends a request on a connection of its own and answers as soon as the headers are there. */
export const askForHeaders = (
  url: string,
  { method = 'GET', headers = {} }: Asked,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers, agent: false }, resolve).on('error', reject).end();
  });

/** Reads an answer to its end; rejects where the connection breaks before. */
export const ask = async (url: string, asked: Asked): Promise<Answer> => {
  const response = await askForHeaders(url, asked);
  const body = await buffer(response);
  const isProblem = response.headers['content-type']?.startsWith('application/problem+json') ?? false;
  const code =
    isProblem && body.length > 0 ? (JSON.parse(body.toString()) as { code: string }).code : undefined;
  return { status: response.statusCode ?? 0, headers: response.headers, body, code };
};
