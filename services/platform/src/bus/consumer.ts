import type { CloudEvent } from '@vitrine/contracts';
import type { Database } from '../database/open-database.ts';
import type { InTransaction } from '../database/define-database.ts';
import type { Log } from '../log/log.ts';
import { bury, eventIdOf } from '../outbox/dead-letters.ts';
import { countingInterruptions } from '../outbox/interrupted.ts';
import { withTraceparent } from '../outbox/trace-context.ts';
import { inSpan, inSpans } from '../tracing/spans.ts';
import { createBatches } from './batches.ts';
import type { Consumer } from './port.ts';
import type { ProcessSubscription, SharedSubscription, Subscription } from './subscription.ts';

/** A subscription as the bus takes it. */
export const consumerOf = <Repositories>(
  subscription: Subscription<InTransaction<Repositories>>,
  database: Pick<Database<Repositories>, 'inTransaction' | 'sql'>,
  log: Log,
): Consumer =>
  subscription.audience === 'every process'
    ? processConsumer(subscription, log)
    : sharedConsumer(subscription, database, log);

const LANES = 2;
const LARGEST_BATCH = 128;

/**
 * A message is parsed, then its inbox row and the effect are written in one transaction, so that a repeated message
 * has no second effect. Messages that wait at the same time share a transaction, as commits cost the most; one that
 * failed before, or whose process ended, is handled by itself.
 */
const sharedConsumer = <Repositories>(
  subscription: SharedSubscription<InTransaction<Repositories>>,
  database: Pick<Database<Repositories>, 'inTransaction' | 'sql'>,
  log: Log,
): Consumer => {
  const { name, audience, reaction } = subscription;
  const handleAll = handleTogether(subscription, database, log);
  const batches = createBatches({ lanes: LANES, largest: LARGEST_BATCH, doAll: handleAll });
  const failed = new Set<string>();
  const handle = async (event: CloudEvent): Promise<void> => {
    await (failed.delete(event.id) ? handleAll([event]) : batches.add(event)).catch((error: unknown) => {
      failed.add(event.id);
      throw error;
    });
  };
  return {
    name,
    audience,
    types: reaction.types,
    deliver: async (message, circumstances) => {
      const event = reaction.parse(message);
      if (circumstances?.wasInterrupted !== true) await handle(event);
      else {
        const delivery = { subscription: name, eventId: event.id };
        await countingInterruptions(database.sql, delivery, () => handleAll([event]));
      }
    },
    bury: async (message, error, attempts) => {
      await bury(database.sql, { subscription: name, event: message, error, attempts });
      failed.delete(eventIdOf(message) ?? '');
      log.error({ subscription: name, attempts, err: error }, 'buried a message');
    },
  };
};

const handleTogether =
  <Repositories>(
    subscription: SharedSubscription<InTransaction<Repositories>>,
    database: Pick<Database<Repositories>, 'inTransaction'>,
    log: Log,
  ) =>
  async (events: readonly CloudEvent[]): Promise<void> => {
    const { name } = subscription;
    const startedAt = performance.now();
    const handled = await database.inTransaction(async (ports) => {
      const newIds = await ports.inbox.claimAll(
        name,
        events.map(({ id }) => id),
      );
      const remaining = new Set(newIds);
      const news = events.filter(({ id }) => remaining.delete(id));
      await react(subscription, news, ports);
      return newIds;
    });
    const facts = { subscription: name, durationMs: Math.round(performance.now() - startedAt) };
    for (const { id, type, traceparent } of events) {
      withTraceparent(traceparent, () => {
        log.info({ ...facts, event: id, type, isNew: handled.has(id) }, 'handled an event');
      });
    }
  };

const react = async <Ports>(
  { name, reaction }: SharedSubscription<Ports>,
  events: readonly CloudEvent[],
  ports: Ports,
): Promise<void> => {
  const spanOf = ({ traceparent }: CloudEvent) => ({ name, kind: 'consumer', parent: traceparent }) as const;
  const { handle, handleAll } = reaction;
  if (handleAll && events.length > 1) await inSpans(events.map(spanOf), () => handleAll(events, ports));
  else for (const event of events) await inSpan(spanOf(event), () => handle(event, ports));
};

/** A subscription of each process as the bus takes it: it needs no database. */
export const processConsumer = ({ name, audience, reaction }: ProcessSubscription, log: Log): Consumer => ({
  name,
  audience,
  types: reaction.types,
  deliver: async (message) => {
    const event = reaction.parse(message);
    await withTraceparent(event.traceparent, async () => {
      await reaction.handle(event, undefined);
      log.debug({ subscription: name, event: event.id, type: event.type }, 'took note of an event');
    });
  },
  bury: async (_message, error, attempts) => {
    log.error(
      { subscription: name, attempts, err: error },
      'gave up on an event that only this process wanted',
    );
  },
});
