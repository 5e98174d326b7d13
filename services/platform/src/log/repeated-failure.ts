import { isDatabaseAway } from '../database/database-away.ts';
import { EngineAway } from '../errors/engine-away.ts';
import { reasonOf } from '../errors/reason-of.ts';
import type { Log } from './log.ts';

/** What something that is done again and again says of its failures. */
export interface RepeatedFailure {
  readonly failed: (error: unknown) => void;
  readonly succeeded: () => void;
}

const SAY_EVERY_MS = 30_000;

/**
 * Says the first failure at once, those that follow it twice a minute with their number, and when it works again: an
 * outage is a few lines, and what else is said in the meantime is not lost among them.
 * @param what the sentence for a failure, as in `could not read the outbox`
 */
export const sayRepeatedFailure = (log: Log, what: string, facts: object = {}): RepeatedFailure => {
  const state = { failures: 0, saidAt: -Infinity };
  return {
    failed: (error) => {
      state.failures += 1;
      if (performance.now() - state.saidAt < SAY_EVERY_MS) return;
      state.saidAt = performance.now();
      const line = { ...facts, failures: state.failures };
      // An engine that is away is told by a reason. Anything else may be a mistake, which a stack helps to find.
      if (error instanceof EngineAway || isDatabaseAway(error))
        log.warn({ ...line, reason: reasonOf(error) }, what);
      else log.error({ ...line, err: error }, what);
    },
    succeeded: () => {
      if (state.failures === 0) return;
      log.info({ ...facts, failures: state.failures }, `${what}; now it works again`);
      Object.assign(state, { failures: 0, saidAt: -Infinity });
    },
  };
};
