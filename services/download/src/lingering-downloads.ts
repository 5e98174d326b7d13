import type { Socket } from 'node:net';

type Connection = Pick<Socket, 'bytesRead' | 'once' | 'resetAndDestroy'>;
interface Lingering<Facts> {
  readonly facts: Facts;
  readonly bytesRead: number;
  readonly timer: NodeJS.Timeout;
}

/** By then the kernel has sent what it held, or gave it up. */
const LINGER_MS = 120_000;

/**
 * Downloads that are handed over to the last byte. Some megabytes of that may still wait in the kernel for a slow
 * reader: a revocation reaches those too, as long as the reader has not asked for anything else on that connection.
 */
export const createLingeringDownloads = <Facts>() => {
  const lingering = new Map<Connection, Lingering<Facts>>();
  const known = new WeakSet<Connection>();
  const forget = (socket: Connection): void => {
    clearTimeout(lingering.get(socket)?.timer);
    lingering.delete(socket);
  };
  return {
    add: (socket: Connection, facts: Facts): void => {
      forget(socket);
      const timer = setTimeout(() => forget(socket), LINGER_MS).unref();
      lingering.set(socket, { facts, bytesRead: socket.bytesRead, timer });
      if (!known.has(socket)) socket.once('close', () => forget(socket));
      known.add(socket);
    },
    /** Resets the connections; what the kernel holds for them is dropped. */
    revoke: (concerns: (facts: Facts) => boolean): void => {
      for (const [socket, { facts, bytesRead }] of lingering) {
        if (socket.bytesRead > bytesRead) forget(socket);
        else if (concerns(facts)) socket.resetAndDestroy();
      }
    },
  };
};
