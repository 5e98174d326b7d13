import type { IncomingMessage } from 'node:http';

/** How long the rest of a refused upload is read over, so that the sender gets to read the answer. */
const REST_READ_MS = 10_000;

/** Reads what nobody wants of a request and drops it, for a while; then the connection is cut. */
export const readOver = (request: IncomingMessage): void => {
  if (request.complete || request.destroyed) return;
  const deadline = setTimeout(() => request.destroy(), REST_READ_MS).unref();
  request.once('close', () => clearTimeout(deadline));
  request.resume();
};
