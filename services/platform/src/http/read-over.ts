import type { IncomingMessage } from 'node:http';

/** How long the rest of a refused request is read over, so that the sender gets to read the answer. */
const REST_READ_MS = 10_000;

/**
 * Reads what nobody wants of a request and drops it, for a while; then the connection is cut. By itself Node would read
 * on to the end: a browser looks for an answer only when all of its 4 GB are sent.
 */
export const readOver = (request: IncomingMessage): void => {
  if (request.complete || request.destroyed) return;
  const deadline = setTimeout(() => request.destroy(), REST_READ_MS).unref();
  request.once('close', () => clearTimeout(deadline));
  request.resume();
};
