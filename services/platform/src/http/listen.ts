import {
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { isKept } from './own-connection.ts';
import { readOver } from './read-over.ts';
import { resetConnection } from './reset-connection.ts';

/** A server that listens. */
export interface Listening {
  port: number;
  /** Goes on answering, and asks each client to come on another connection next time: soon to somebody else. */
  withdraw: () => void;
  /** Takes no new connections, lets running answers end for so long, then resets what is left. */
  close: (graceMs: number) => Promise<void>;
}

const IDLE_LOOK_MS = 100;
/** A connection that was just opened is about to bring a request. */
const FRESH_MS = 1_000;
/** Limits, log, metrics, trace, audit and more wait for the end of one answer; Node takes eleven for a leak and says so. */
const LISTENERS_MAX = 32;

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
    closeOnlyIdle(server, sockets);
    const withdraw = withdrawing(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      response.setMaxListeners(LISTENERS_MAX);
      request.url = withinServer(request.url ?? '/');
      response.once('finish', () => readOver(request));
      listener(request, response);
    });
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

/** A request may name the whole address, as one to a proxy does (RFC 9112, 3.2.2): whose it is says nothing here. */
const withinServer = (target: string): string => target.replace(/^https?:\/\/[^/?#]*\/?/i, '/');

const addressOf = (server: Server): AddressInfo => server.address() as AddressInfo;

/** What a connection is used for. */
interface Use {
  running: number;
  /** When it was opened, or was last needed. */
  restsSince: number;
  bytesRead: number;
}
type Connections = ReadonlyMap<Socket, Use>;

const connectionsOf = (server: Server): Connections => {
  const uses = new Map<Socket, Use>();
  server.on('connection', (socket) => {
    uses.set(socket, { running: 0, restsSince: performance.now(), bytesRead: 0 });
    socket.once('close', () => uses.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    const use = uses.get(socket);
    if (use === undefined) return;
    use.running += 1;
    response.once('close', () => {
      use.running -= 1;
      use.restsSince = performance.now();
      use.bytesRead = socket.bytesRead;
    });
  });
  return uses;
};

/**
 * Node calls a connection idle as soon as the kernel has the last byte of its answer, and keeps one for good that was
 * opened and never used. The first may still be sending, and then belongs to its reader; a container whose process ends
 * takes those bytes with it. Used by `server.close` too.
 */
const closeOnlyIdle = (server: Server, connections: Connections): void => {
  server.closeIdleConnections = () => {
    const now = performance.now();
    for (const [socket, { running, restsSince, bytesRead }] of connections) {
      const isNew = bytesRead === 0 && now - restsSince < FRESH_MS;
      const isIdle = running === 0 && socket.bytesRead === bytesRead && !isNew;
      if (isIdle && !isKept(socket)) socket.destroy();
    }
  };
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

const closing = (server: Server, sockets: Connections, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    // A reset tells a client that its answer is not whole, over HTTP/1.0 too.
    const deadline = setTimeout(() => {
      for (const socket of sockets.keys()) resetConnection(socket);
    }, graceMs);
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS);
    server.close(() => {
      clearTimeout(deadline);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
