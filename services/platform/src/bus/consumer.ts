import type { Database } from '../database/open-database.ts';
import type { InTransaction } from '../database/define-database.ts';
import type { Log } from '../log/log.ts';
import { bury } from '../outbox/dead-letters.ts';
import { withTraceparent } from '../outbox/trace-context.ts';
import type { Consumer } from './port.ts';
import type { ProcessSubscription, SharedSubscription, Subscription } from './subscription.ts';

/** A subscription as the bus takes it. */
export const consumerOf = <Repositories>(
  subscription: Subscription<InTransaction<Repositories>>,
  database: Pick<Database<Repositories>, 'inTransaction' | 'sql'>,
  log: Log,
): Consumer =>
  subscription.audience === 'every process'
    ? consumerOfProcess(subscription, log)
    : sharedConsumer(subscription, database, log);

/**
 * A message is parsed, then its inbox row and the effect are written in one transaction, so that a repeated message
 * has no second effect.
 */
const sharedConsumer = <Repositories>(
  { name, audience, reaction }: SharedSubscription<InTransaction<Repositories>>,
  database: Pick<Database<Repositories>, 'inTransaction' | 'sql'>,
  log: Log,
): Consumer => ({
  name,
  audience,
  types: reaction.types,
  deliver: async (message) => {
    const startedAt = performance.now();
    const event = reaction.parse(message);
    await withTraceparent(event.traceparent, async () => {
      const isNew = await database.inTransaction(async (ports) => {
        const isFirst = await ports.inbox.claim(name, event.id);
        if (isFirst) await reaction.handle(event, ports);
        return isFirst;
      });
      const durationMs = Math.round(performance.now() - startedAt);
      const facts = { subscription: name, event: event.id, type: event.type, isNew, durationMs };
      log.info(facts, 'handled an event');
    });
  },
  bury: async (message, error, attempts) => {
    await bury(database.sql, { subscription: name, event: message, error, attempts });
    log.error({ subscription: name, attempts, err: error }, 'buried a message');
  },
});

const consumerOfProcess = ({ name, audience, reaction }: ProcessSubscription, log: Log): Consumer => ({
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
