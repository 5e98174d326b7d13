import { type RequestListener, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server that listens. */
export interface Listening {
  port: number;
  /** Goes on answering, and asks each client to come on another connection next time: soon to somebody else. */
  withdraw: () => void;
  /** Takes no new connections, lets running answers end for so long, then resets what is left. */
  close: (graceMs: number) => Promise<void>;
}

const IDLE_LOOK_MS = 100;

/**
 * Starts an HTTP server. Port 0 takes a free one.
 * @throws the error of `listen`, for instance with code EADDRINUSE
 */
export const listen = (
  listener: RequestListener,
  address: { host: string; port: number },
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 0, headersTimeout: 30_000 });
    const sockets = connectionsOf(server);
    const withdraw = withdrawing(server);
    server.on('request', listener);
    server.once('error', reject);
    server.listen(address.port, address.host, () => {
      server.off('error', reject);
      const close = (graceMs: number) => {
        withdraw();
        return closing(server, sockets, graceMs);
      };
      resolve({ port: addressOf(server).port, withdraw, close });
    });
  });

const addressOf = (server: Server): AddressInfo => server.address() as AddressInfo;

const connectionsOf = (server: Server): ReadonlySet<Socket> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
};

/** From its call on, each answer whose head is not sent yet is the last of its connection. */
const withdrawing = (server: Server): (() => void) => {
  const running = new Set<ServerResponse>();
  let isWithdrawn = false;
  const makeLast = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.on('request', (_request, response) => {
    running.add(response);
    response.once('close', () => running.delete(response));
    if (isWithdrawn) makeLast(response);
  });
  return () => {
    isWithdrawn = true;
    for (const response of running) makeLast(response);
  };
};

const closing = (server: Server, sockets: ReadonlySet<Socket>, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    // A reset tells a client that its answer is not whole, over HTTP/1.0 too.
    const deadline = setTimeout(() => {
      for (const socket of sockets) socket.resetAndDestroy();
    }, graceMs);
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS);
    server.close(() => {
      clearTimeout(deadline);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
