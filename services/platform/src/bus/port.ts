import type { CloudEvent } from '@vitrine/contracts';

/** One queue and who empties it. */
export interface Consumer {
  /** The queue's name: `share.when-asset-deleted`. */
  readonly name: string;
  /** The types of events that come into the queue; `*` for all. */
  readonly types: readonly string[] | '*';
  /** Whether the replicas of a service share the queue, or each of its processes has one for as long as it lives. */
  readonly audience: 'one process' | 'every process';
  /**
   * Handles a message as it came. Resolves when its effect is committed, now or before; rejects with `PermanentError`
   * where no repetition can help, with anything else where one can.
   */
  readonly deliver: (message: unknown, circumstances?: Circumstances) => Promise<void>;
  /** Keeps a message that could not be handled. */
  readonly bury: (message: unknown, error: unknown, attempts: number) => Promise<void>;
}

/** How a message came. */
export interface Circumstances {
  /** It came before, and nobody said what became of it: maybe it ended the process. */
  readonly wasInterrupted: boolean;
}

/** What carries events from services to services: at least once, repeated until handled or buried. */
export interface Bus {
  /** A bus that ends with the process has one relay per outbox: what an earlier process began is its own again. */
  readonly reach: 'process' | 'network';
  /** Adds a queue; before `start` only. */
  readonly subscribe: (consumer: Consumer) => Promise<void>;
  /** Resolves when the event is safe with the bus or its consumers, so that the outbox may forget it. */
  readonly publish: (event: CloudEvent) => Promise<void>;
  /** Resolves when events can be published: until then they had better stay where they are. */
  readonly whenOpen: () => Promise<void>;
  /** Begins to deliver; `publish` waits for it. */
  readonly start: () => Promise<void>;
  /** Ends the delivery and waits for the handlers that run. */
  readonly stop: () => Promise<void>;
}

/** A bus between processes, as what runs a service needs it: connected when it is handed out. */
export interface NetworkBus extends Bus {
  /** Rejects while no message could be sent. */
  readonly ping: () => Promise<void>;
  /** Takes in no more messages and waits for the handlers that run; `publish` goes on until `stop`. */
  readonly stopConsuming: () => Promise<void>;
}
