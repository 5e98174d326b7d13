import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { resetConnection } from '../http/reset-connection.ts';

/** Which way bytes go through a link. */
export type Direction = 'toServer' | 'toClient';

/** A TCP proxy on loopback that fails as networks do. Faults of different kinds add up until `heal`. */
export interface FaultyLink {
  readonly port: number;
  /** The same address by way of this link. */
  readonly through: (url: string) => string;
  /** How many connections go through it now. */
  readonly connectionCount: () => number;
  /** How many connections were made so far, those included that were reset as they came. */
  readonly dialCount: () => number;
  /** How much was swallowed so far. */
  readonly lostByteCount: () => number;
  /** Resets all connections, and each new one as it comes. */
  readonly cut: () => void;
  /** Keeps connections open and lets nothing through; what came meanwhile goes on after `heal`. New ones hang. */
  readonly stall: () => void;
  /** Swallows what goes that way. A connection that lost bytes so is reset by `heal`. */
  readonly dropOneWay: (direction: Direction) => void;
  /** Lets each connection pass that much each way, from now on. */
  readonly throttle: (bytesPerSecond: number) => void;
  readonly heal: () => void;
  /** Resets all connections and stops listening. */
  readonly close: () => Promise<void>;
}

interface Weather {
  isCut: boolean;
  isStalled: boolean;
  readonly dropped: Set<Direction>;
  lostByteCount: number;
  dialCount: number;
  bytesPerSecond: number;
  /** Resolves with the next change. */
  change: PromiseWithResolvers<unknown>;
}

interface Pair {
  readonly reset: () => void;
  hasLost: boolean;
}

const THROTTLE_STEP_MS = 20;

/** Opens a link to a server; `port` is a free one where it is not given. */
export const openFaultyLink = async (to: {
  readonly host?: string;
  readonly port: number;
  readonly linkPort?: number;
}): Promise<FaultyLink> => {
  const weather = fairWeather();
  const pairs = new Set<Pair>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    client.on('error', () => undefined);
    weather.dialCount += 1;
    if (weather.isCut) resetConnection(client);
    else join(client, connect({ ...serverOf(to), allowHalfOpen: true, noDelay: true }), weather, pairs);
  });
  server.listen(to.linkPort ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    through: (url) => throughPort(url, port),
    connectionCount: () => pairs.size,
    dialCount: () => weather.dialCount,
    lostByteCount: () => weather.lostByteCount,
    ...faultsOf(weather, pairs),
    close: async () => {
      for (const { reset } of pairs) reset();
      server.close();
      await once(server, 'close');
    },
  };
};

const serverOf = ({ host = '127.0.0.1', port }: { readonly host?: string; readonly port: number }) => ({
  host,
  port,
});

const throughPort = (url: string, port: number): string => {
  const address = new URL(url);
  address.hostname = '127.0.0.1';
  address.port = String(port);
  return address.href;
};

const fairWeather = (): Weather => ({
  isCut: false,
  isStalled: false,
  dropped: new Set(),
  dialCount: 0,
  lostByteCount: 0,
  bytesPerSecond: Infinity,
  change: Promise.withResolvers<unknown>(),
});

const faultsOf = (weather: Weather, pairs: ReadonlySet<Pair>) => {
  const changed = () => {
    const { resolve } = weather.change;
    weather.change = Promise.withResolvers<unknown>();
    resolve(undefined);
  };
  return {
    cut: () => {
      weather.isCut = true;
      for (const { reset } of pairs) reset();
    },
    stall: () => {
      weather.isStalled = true;
      changed();
    },
    dropOneWay: (direction: Direction) => {
      weather.dropped.add(direction);
      changed();
    },
    throttle: (bytesPerSecond: number) => {
      weather.bytesPerSecond = bytesPerSecond;
      changed();
    },
    heal: () => {
      weather.isCut = false;
      weather.isStalled = false;
      weather.dropped.clear();
      weather.bytesPerSecond = Infinity;
      for (const { hasLost, reset } of pairs) if (hasLost) reset();
      changed();
    },
  };
};

const join = (client: Socket, server: Socket, weather: Weather, pairs: Set<Pair>): void => {
  const pair: Pair = {
    hasLost: false,
    reset: () => {
      resetConnection(client);
      resetConnection(server);
      pairs.delete(pair);
    },
  };
  pairs.add(pair);
  // Broken on one side is broken on the other.
  client.on('error', pair.reset);
  server.on('error', pair.reset);
  const bothWays = [
    pump(client, server, { direction: 'toServer', weather, pair }),
    pump(server, client, { direction: 'toClient', weather, pair }),
  ];
  Promise.all(bothWays).then(() => pairs.delete(pair), pair.reset);
};

interface Way {
  readonly direction: Direction;
  readonly weather: Weather;
  readonly pair: Pair;
}

const pump = async (from: Socket, to: Socket, way: Way): Promise<void> => {
  for await (const chunk of from as AsyncIterable<Buffer>) await carry(chunk, to, way);
  await passage(way.weather);
  if (!way.weather.dropped.has(way.direction)) to.end();
};

/** One piece after the other, looking at the weather before each. */
const carry = async (chunk: Buffer, to: Socket, { direction, weather, pair }: Way): Promise<void> => {
  for (let rest = chunk; rest.length > 0;) {
    await passage(weather);
    if (weather.dropped.has(direction)) {
      pair.hasLost = true;
      weather.lostByteCount += rest.length;
      return;
    }
    const size = Math.max(1, Math.floor((weather.bytesPerSecond * THROTTLE_STEP_MS) / 1_000));
    const piece = rest.subarray(0, Math.min(size, rest.length));
    rest = rest.subarray(piece.length);
    if (!to.write(piece)) await drainOrClose(to);
    if (weather.bytesPerSecond !== Infinity) await pause(THROTTLE_STEP_MS);
  }
};

/** Leaves no listener behind: a connection that carries much drains many times. */
export const drainOrClose = async (socket: Socket): Promise<void> => {
  const waiting = new AbortController();
  const events = ['drain', 'close'].map((event) => once(socket, event, { signal: waiting.signal }));
  await Promise.race(events).finally(() => waiting.abort());
};

const passage = async (weather: Weather): Promise<void> => {
  while (weather.isStalled) await weather.change.promise;
};
