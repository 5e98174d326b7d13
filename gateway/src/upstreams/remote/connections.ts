import { Agent, type RequestOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { HELD_CONNECTION_HEADER } from '@vitrine/platform/http/own-connection.ts';
import { type WriteTurns, createWriteTurns } from '@vitrine/platform/http/write-turns.ts';
import { type Link, openLink } from './open-link.ts';
import { type ReadBuffers, createReadBuffers } from './read-buffers.ts';

/** By which connection a request goes. */
export interface Way {
  readonly options: Pick<RequestOptions, 'agent' | 'createConnection'>;
  readonly headers: Readonly<Record<string, string>>;
  /** Nothing more is expected of it. */
  readonly letGo: () => void;
  /** The connection itself, once it was begun, where it serves this request alone. */
  readonly link: () => Link | undefined;
}

/** Connections to one service. */
export interface Connections {
  /** Kept and used again by one request after the other. */
  readonly shared: Way;
  /** One that no other request ever uses, and that stays open after the answer: a reset of it is still heard. */
  readonly own: () => Way;
}

/** A connection is given up after so long, so that replicas that are new get their share, and old ones are let go. */
const CONNECTION_AGE_MS = 60_000;
const FREE_MAX = 256;
/**
 * Less than WITHDRAW_SECONDS: of a replica that withdraws no connection rests here when it closes those that do. Else a
 * request that is no read, and so is not asked again, can be on its way by one of them.
 */
const REST_MS = 3_000;
const BYTE_SIZE_PER_TURN = 1_024 * 1_024;
/** The kernel notices a peer that is gone within 15 s: it asks after 5 s of silence, then each second. */
const ASK_AFTER_MS = 5_000;
/** What the types of Node do not know is passed on to the connection. */
const OPTIONS = { keepAlive: true, keepAliveInitialDelay: ASK_AFTER_MS, keepAliveMsecs: ASK_AFTER_MS };

export const connectionsTo = (restMs = REST_MS): Connections => {
  // Ends what rests so long, and nothing that is in use.
  const agent = new Agent({ ...OPTIONS, maxFreeSockets: FREE_MAX, timeout: restMs });
  const openedAt = new WeakMap<Duplex, number>();
  const keep: (socket: Duplex) => unknown = agent.keepSocketAlive.bind(agent);
  agent.keepSocketAlive = (socket) => {
    const now = performance.now();
    const since = openedAt.get(socket) ?? now;
    openedAt.set(socket, since);
    return now - since < CONNECTION_AGE_MS && keep(socket);
  };
  const shared = { options: { agent }, headers: {}, letGo: () => undefined, link: () => undefined };
  const buffers = createReadBuffers();
  const turns = createWriteTurns({ byteSizePerTurn: BYTE_SIZE_PER_TURN });
  return { shared, own: () => ownWay(buffers, turns) };
};

// Without an agent: of a connection that rests with one it cannot be told whether it ended or was reset.
const ownWay = (buffers: ReadBuffers, turns: WriteTurns): Way => {
  let link: Link | undefined;
  return {
    options: {
      createConnection: ({ host, port }) => {
        link = openLink({ ...OPTIONS, host: host ?? '', port: Number(port) }, buffers, turns);
        return link.socket;
      },
    },
    headers: { connection: 'keep-alive', [HELD_CONNECTION_HEADER]: '1' },
    letGo: () => link?.socket.destroy(),
    link: () => link,
  };
};
