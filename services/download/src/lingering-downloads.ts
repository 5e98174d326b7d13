import { type Resettable, resetConnection } from '@vitrine/platform/http/reset-connection.ts';

interface Lingering<Facts> {
  readonly facts: Facts;
  readonly timer: NodeJS.Timeout;
}

/** What the kernel holds, at most some 4 MB, has reached the slowest reader by then; what has not is asked for again. */
const LINGER_MS = 15 * 60_000;

/**
 * Downloads that are handed over to the last byte. Some megabytes of that may still wait in the kernel for a slow
 * reader, or for one behind a proxy of ours: a revocation reaches those too, until the connection is closed. It was
 * the download's own, so the reset hits nobody else.
 */
export const createLingeringDownloads = <Facts>({ lingerMs = LINGER_MS } = {}) => {
  const lingering = new Map<Resettable, Lingering<Facts>>();
  const known = new WeakSet<Resettable>();
  const forget = (socket: Resettable): void => {
    clearTimeout(lingering.get(socket)?.timer);
    lingering.delete(socket);
  };
  return {
    /** How many connections wait to be closed by their readers. */
    count: () => lingering.size,
    add: (socket: Resettable, facts: Facts): void => {
      if (socket.destroyed) return;
      forget(socket);
      const timer = setTimeout(() => resetConnection(socket), lingerMs).unref();
      lingering.set(socket, { facts, timer });
      if (!known.has(socket)) socket.once('close', () => forget(socket));
      known.add(socket);
    },
    /** Resets the connections; what the kernel holds for them is dropped. */
    revoke: (concerns: (facts: Facts) => boolean): void => {
      for (const [socket, { facts }] of lingering) if (concerns(facts)) resetConnection(socket);
    },
  };
};
