import { Agent } from 'node:http';
import type { Duplex } from 'node:stream';

/** Connections to one service. */
export interface Connections {
  /** Kept and used again by one request after the other. */
  readonly shared: Agent;
  /** One that no other request ever uses: whatever befalls it concerns one answer alone. */
  readonly own: () => Agent;
}

/** A connection is given up after so long, so that replicas that are new get their share, and old ones are let go. */
const CONNECTION_AGE_MS = 60_000;
const FREE_MAX = 256;
/** The kernel notices a peer that is gone within 15 s: it asks after 5 s of silence, then each second. */
const OPTIONS = { keepAlive: true, keepAliveInitialDelay: 5_000, keepAliveMsecs: 5_000 };

export const connectionsTo = (): Connections => {
  const shared = new Agent({ ...OPTIONS, maxFreeSockets: FREE_MAX });
  const openedAt = new WeakMap<Duplex, number>();
  const keep: (socket: Duplex) => unknown = shared.keepSocketAlive.bind(shared);
  shared.keepSocketAlive = (socket) => {
    const now = performance.now();
    const since = openedAt.get(socket) ?? now;
    openedAt.set(socket, since);
    return now - since < CONNECTION_AGE_MS && keep(socket);
  };
  return {
    shared,
    own: () => new Agent({ ...OPTIONS, maxSockets: 1 }),
  };
};
