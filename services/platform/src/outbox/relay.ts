import type { Bus } from '../bus/port.ts';
import type { Database } from '../database/open-database.ts';
import type { Log } from '../log/log.ts';
import { sayRepeatedFailure } from '../log/repeated-failure.ts';
import { createWakeUp } from '../schedule/wake-up.ts';
import { withinTime } from '../schedule/within-time.ts';
import { inSpan } from '../tracing/spans.ts';
import { createBatcher } from './batcher.ts';
import { LEASE_SECONDS, leasedRows } from './leased-rows.ts';
import type { LeasedRow, LeasedRows } from './leased-rows.ts';

/** What a relay needs; the limits have defaults. */
export interface RelayOptions {
  readonly database: Pick<Database<unknown>, 'sql' | 'onEventsCommitted'>;
  readonly bus: Pick<Bus, 'publish'> & Partial<Pick<Bus, 'whenOpen'>>;
  readonly log: Log;
  readonly publishTimeoutMs?: number;
  /** No other process works on this outbox: nothing has to wait for the end of a lease after a crash. */
  readonly isOnlyRelay?: boolean;
}

/** Carries the events of one outbox to the bus. */
export interface Relay {
  readonly start: () => void;
  /** Publishes what is there, for at most that long; leaves the rest to the next start or to another replica. */
  readonly stop: (flushMs?: number) => Promise<void>;
}

const POLL_MS = 1_000;
const BATCH = 100;
const MAX_IN_FLIGHT = 500;
const PUBLISH_TIMEOUT_MS = 60_000;
const FLUSH_MS = 2_000;

/**
 * A relay claims rows by a lease, publishes them in order without waiting for one before the next, and removes each
 * when the bus has it. A commit wakes it; polling each second is the truth. While the bus is away nothing is claimed:
 * what waits keeps its order, and goes at once when the bus is back.
 */
export const createRelay = (options: RelayOptions): Relay => {
  const { database, bus, log, isOnlyRelay = false } = options;
  const { wake, sleep } = createWakeUp();
  const rows = leasedRows(database.sql);
  const inFlight = new Set<string>();
  const opening = waitingFor(bus.whenOpen);
  let phase: Phase = 'running';
  const isOver = () => phase === 'over';
  const reading = sayRepeatedFailure(log, 'could not read the outbox');
  const publish = createPublish({ options, rows, isOver });

  const carry = async (row: LeasedRow): Promise<void> => {
    await publish(row);
    const wasFull = inFlight.size >= MAX_IN_FLIGHT;
    inFlight.delete(row.seq);
    if (wasFull || phase === 'flushing') wake();
  };
  /** Whether there may be more to claim right now. */
  const pass = async (): Promise<boolean> => {
    const limit = Math.min(BATCH, MAX_IN_FLIGHT - inFlight.size);
    if (limit <= 0) return false;
    try {
      const claimed = await rows.claim(limit);
      reading.succeeded();
      for (const row of claimed) inFlight.add(row.seq);
      for (const row of claimed) void carry(row);
      return claimed.length === limit;
    } catch (error) {
      reading.failed(error);
      return false;
    }
  };
  const loop = async (): Promise<void> => {
    // Where this fails the leases end by themselves.
    if (isOnlyRelay) await rows.endAllLeases().catch(() => undefined);
    while (!isOver()) {
      await opening.openOrOver();
      if (isOver() || (await pass())) continue;
      if (phase === 'flushing' && inFlight.size === 0) return;
      await sleep(POLL_MS);
    }
  };
  const setPhase = (next: Phase) => {
    phase = next;
    if (next === 'over') opening.end();
  };
  return running({ loop, wake, rows, inFlight, database, log, setPhase });
};

/** Waits for the bus to be open, or for the end. */
const waitingFor = (whenOpen: Bus['whenOpen'] = () => Promise.resolve()) => {
  let end = () => {};
  return {
    /** A promise of its own each time: one that all shared would keep what ever waited for it. */
    openOrOver: async (): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      end = () => {
        resolve(undefined);
      };
      whenOpen().then(resolve, resolve);
      await promise;
    },
    end: () => {
      end();
    },
  };
};

type Phase = 'running' | 'flushing' | 'over';

/** Publishes a row and removes it, or leaves it for later. */
const createPublish = (parts: { options: RelayOptions; rows: LeasedRows; isOver: () => boolean }) => {
  const { rows, isOver } = parts;
  const { bus, log, publishTimeoutMs = PUBLISH_TIMEOUT_MS } = parts.options;
  const removals = createBatcher(rows.remove);
  return async ({ seq, event, attempts }: LeasedRow): Promise<void> => {
    try {
      const span = { name: 'publish', kind: 'producer', parent: event.traceparent } as const;
      const published = inSpan(span, () => bus.publish(event));
      // What a stopped relay leaves to others holds up no end of the process.
      await withinTime(published, publishTimeoutMs, 'The bus did not take the event in time.', {
        holdsProcess: false,
      });
      if (!isOver()) await removals.add(seq);
    } catch (error) {
      if (isOver()) return;
      log.warn({ event: event.id, type: event.type, attempts, err: error }, 'could not publish an event');
      await rows.postpone(seq, delayAfter(attempts), String(error)).catch(() => undefined);
    }
  };
};

interface Parts {
  readonly loop: () => Promise<void>;
  readonly wake: () => void;
  readonly rows: LeasedRows;
  readonly inFlight: ReadonlySet<string>;
  readonly database: RelayOptions['database'];
  readonly log: Log;
  readonly setPhase: (phase: Phase) => void;
}

const running = ({ loop, wake, rows, inFlight, database, log, setPhase }: Parts): Relay => {
  let ended = Promise.resolve();
  let endListening = () => {};
  let renewal: NodeJS.Timeout | undefined;
  const renew = () => {
    if (inFlight.size === 0) return;
    rows.renew([...inFlight]).catch((error: unknown) => {
      log.warn({ err: error }, 'could not renew the lease on rows of the outbox');
    });
  };
  return {
    start: () => {
      endListening = database.onEventsCommitted(wake);
      renewal = setInterval(renew, (LEASE_SECONDS * 1_000) / 3).unref();
      ended = loop();
    },
    stop: async (flushMs = FLUSH_MS) => {
      setPhase('flushing');
      wake();
      await withinTime(ended, flushMs, 'flushing took too long').catch(() => undefined);
      setPhase('over');
      wake();
      clearInterval(renewal);
      endListening();
      await ended;
      await rows.releaseAll().catch(() => undefined);
    },
  };
};

const delayAfter = (attempts: number): number => Math.min(10_000, 250 * 2 ** Math.min(attempts, 10));
