import type { Socket } from 'node:net';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';

/** Somewhat longer than the service, which resets then what was not read. */
const LINGER_MS = 16 * 60_000;

/**
 * Takes over the connection by which a whole file came, some megabytes of which may still wait in the kernel for a
 * slow client. The service holds its end of it, and resets it when the right to those bytes is gone: that reset is
 * passed on until the client, whose connection is the file's own, has closed.
 */
export const holdUntilRead = (client: Socket, link: Socket, letGo: () => void): void => {
  const reset = (): void => resetConnection(client);
  // It may have been reset while the last of it waited in this process.
  if (link.errored) reset();
  if (client.destroyed) {
    letGo();
    return;
  }
  const timer = setTimeout(reset, LINGER_MS).unref();
  client.once('close', () => {
    clearTimeout(timer);
    letGo();
  });
  link.once('error', reset);
};
