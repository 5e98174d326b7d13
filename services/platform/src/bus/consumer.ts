import type { Database } from '../database/open-database.ts';
import type { InTransaction } from '../database/define-database.ts';
import type { Log } from '../log/log.ts';
import { bury } from '../outbox/dead-letters.ts';
import { withTraceparent } from '../outbox/trace-context.ts';
import type { Consumer } from './port.ts';
import type { Subscription } from './subscription.ts';

/**
 * A subscription as the bus takes it: a message is parsed, then its inbox row and the effect are written in one
 * transaction, so that a repeated message has no second effect.
 */
export const consumerOf = <Repositories>(
  { name, reaction }: Subscription<InTransaction<Repositories>>,
  database: Pick<Database<Repositories>, 'inTransaction' | 'sql'>,
  log: Log,
): Consumer => ({
  name,
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
