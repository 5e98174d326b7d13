import http from 'node:http';
import https from 'node:https';
import { StoreUnavailable } from '@vitrine/platform/objects/port.ts';
import { type AnswerHead, type Connections, type Exchange, type Taker, noBytes, pour } from './exchange.ts';

/** Connections by Node's client of HTTP, which knows every kind of them. */
export const createParsedConnections = ({ most }: { most: number }): Connections => {
  const settings = { keepAlive: true, maxSockets: most, maxFreeSockets: most };
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) };
  return {
    ask: (origin, { path, headers }, taker) => {
      const isSecure = origin.startsWith('https:');
      const { request } = isSecure ? https : http;
      const agent = agents[isSecure ? 'https:' : 'http:'];
      return exchangeOver(request(origin, { path, headers: { ...headers }, agent }), taker);
    },
    dropIdle: () => {
      for (const { freeSockets } of Object.values(agents))
        for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
};

const exchangeOver = (sent: http.ClientRequest, taker: Taker): Exchange => {
  let resume = (): void => undefined;
  let isWhole = false;
  let why: Error | undefined;
  const noteWhy = (error: Error): void => void (why ??= error);
  const destroy = (error: Error): void => {
    noteWhy(error);
    sent.destroy();
  };
  sent.on('error', noteWhy);
  sent.on('close', () => {
    if (!isWhole) taker.onFailure(why ?? new StoreUnavailable('The object store broke off.'));
  });
  sent.on('response', (answer) => {
    answer.on('error', noteWhy);
    taker.onHead({ statusCode: answer.statusCode ?? 0, headers: headersOf(answer) });
    if (!sent.destroyed) resume = lead(answer, taker);
    answer.on('end', () => {
      // What was broken off may still come to its end, if all of it was there already: nobody took it.
      if (why !== undefined) return;
      isWhole = true;
      taker.onEnd();
    });
  });
  sent.end();
  return { resume: () => resume(), destroy };
};

const headersOf = ({ headers }: http.IncomingMessage): AnswerHead['headers'] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));

/** Brings bytes to where there is room; meanwhile the answer is held back. */
const lead = (answer: http.IncomingMessage, taker: Taker): (() => void) => {
  let held: Buffer = noBytes;
  let left = Number(answer.headers['content-length']);
  const resume = (): void => {
    left -= held.length;
    held = pour(held, taker);
    left += held.length;
    // After the last byte its end is still to come.
    const goesOn = left <= 0 || (held.length === 0 && taker.room() !== null);
    if (goesOn) answer.resume();
    else answer.pause();
  };
  answer.on('data', (bytes: Buffer) => {
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    resume();
  });
  return resume;
};
