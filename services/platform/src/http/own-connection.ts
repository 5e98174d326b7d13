import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Sent with a request by a proxy of ours: the connection serves this request alone, and the proxy closes it when its
 * own reader has closed the other one. So a reset still reaches what waits with the proxy for a slow reader.
 */
export const HELD_CONNECTION_HEADER = 'vitrine-held-connection';

/**
 * Keeps the answer's connection from every other request, so that it can be reset long after the last byte was handed
 * to the kernel, and the reset hits nothing else. To be called before the headers are sent; `connection: close`
 * (RFC 9112, 9.6) can be taken back as any header.
 */
export const announceOwnConnection = (request: IncomingMessage, response: ServerResponse): void => {
  if (!isHeld(request)) response.setHeader('Connection', 'close');
};

/**
 * To be called before `response.end()` of an announced answer: its end is said to the reader, as ever, but the
 * connection stays ours until the reader closes it. Without it Node lets go of a connection that the kernel is still
 * sending on, and nothing can drop those bytes any more.
 */
export const keepOwnConnection = (request: IncomingMessage): void => {
  const { socket } = request;
  kept.add(socket);
  if (!isHeld(request)) socket.destroySoon = () => void socket.end();
};

const kept = new WeakSet<Socket>();

/** Whether the connection waits for its reader to close it, with an answer that may still be on its way. */
export const isKept = (socket: Socket): boolean => kept.has(socket);

const isHeld = ({ headers }: IncomingMessage): boolean => headers[HELD_CONNECTION_HEADER] !== undefined;
