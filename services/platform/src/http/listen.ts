import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens. */
export interface Listening {
  port: number;
  /** Takes no new connections, lets running answers end for so long, then resets what is left. */
  close: (graceMs: number) => Promise<void>;
}

const addressOf = (server: Server): AddressInfo => server.address() as AddressInfo;

const closing = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const deadline = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    server.closeIdleConnections();
  });

/**
 * Starts an HTTP server. Port 0 takes a free one.
 * @throws the error of `listen`, for instance with code EADDRINUSE
 */
export const listen = (
  listener: RequestListener,
  address: { host: string; port: number },
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createServer(
      { keepAliveTimeout: 65_000, requestTimeout: 0, headersTimeout: 30_000 },
      listener,
    );
    server.once('error', reject);
    server.listen(address.port, address.host, () => {
      server.off('error', reject);
      resolve({ port: addressOf(server).port, close: (graceMs) => closing(server, graceMs) });
    });
  });
