import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
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
export const askForHeaders = (url: string, asked: Asked): Promise<IncomingMessage> =>
  headersOver(false, url, asked);

/** Reads an answer to its end; rejects where the connection breaks before. */
export const ask = async (url: string, asked: Asked): Promise<Answer> =>
  answerOf(await askForHeaders(url, asked));

/** The same over the connections of an agent, and on which of them it came. */
export const askOver = async (
  agent: Agent,
  url: string,
  asked: Asked,
): Promise<Answer & { socket: Socket }> => {
  const response = await headersOver(agent, url, asked);
  const { socket } = response;
  return { ...(await answerOf(response)), socket };
};

const headersOver = (
  agent: Agent | false,
  url: string,
  { method = 'GET', headers = {} }: Asked,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers, agent }, resolve).on('error', reject).end();
  });

const answerOf = async (response: IncomingMessage): Promise<Answer> => {
  const body = await buffer(response);
  const isProblem = response.headers['content-type']?.startsWith('application/problem+json') ?? false;
  const code =
    isProblem && body.length > 0 ? (JSON.parse(body.toString()) as { code: string }).code : undefined;
  return { status: response.statusCode ?? 0, headers: response.headers, body, code };
};
