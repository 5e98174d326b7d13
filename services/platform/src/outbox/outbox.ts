import { envelope } from '../bus/envelope.ts';
import type { RawExecutor } from '../database/client-port.ts';
import type { NewEvent } from './new-event.ts';

/** The events of a transaction: told to the others if and only if it commits. */
export interface Outbox {
  /** Adds them in order; the time of all is that of this call. */
  readonly add: (events: readonly NewEvent[]) => Promise<void>;
}

/** The outbox within a transaction; it knows whether there will be something to tell after the commit. */
export const outboxWithin = (transaction: RawExecutor): Outbox & { readonly hasEvents: () => boolean } => {
  let hasEvents = false;
  return {
    add: async (events) => {
      if (events.length === 0) return;
      const time = new Date().toISOString();
      const envelopes = events.map((event) => envelope(event, time));
      await transaction.$executeRawUnsafe(INSERT, JSON.stringify(envelopes));
      hasEvents = true;
    },
    hasEvents: () => hasEvents,
  };
};

const INSERT = `
  INSERT INTO platform.outbox (event)
  SELECT element FROM json_array_elements($1::json) WITH ORDINALITY AS list(element, position)
  ORDER BY position`;
