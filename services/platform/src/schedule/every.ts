import type { Database } from '../database/open-database.ts';
import type { Log } from '../log/log.ts';
import { sayRepeatedFailure } from '../log/repeated-failure.ts';
import { createWakeUp } from './wake-up.ts';

/** Work that is done again and again, by one replica at a time. */
export interface JobOptions {
  /** `share.clean-up`: the lock's name in the database, and the log's. */
  readonly name: string;
  readonly seconds: number;
  readonly database: Pick<Database<unknown>, 'underLock'>;
  readonly log: Log;
  /** `stopping` ends what takes long and can be taken up again. */
  readonly run: (stopping: AbortSignal) => Promise<void>;
}

/** A job that goes on until it is stopped. */
export interface Job {
  /** Begins the next run now, or right after the present one. */
  readonly runSoon: () => void;
  /** Tells the run that is going on, and waits for it. */
  readonly stop: () => Promise<void>;
}

/** Replicas that were started together do not ask at the same instant. */
const JITTER = 0.1;

/**
 * Runs a job at once and then every so many seconds, never overlapping itself, elected by an advisory lock: where
 * another replica runs it, this turn is left out. A run that fails is logged and done again at the next turn.
 */
export const every = ({ name, seconds, database, log, run }: JobOptions): Job => {
  const { wake, sleep } = createWakeUp();
  const stopping = new AbortController();
  const outcome = sayRepeatedFailure(log, 'a job failed', { job: name });
  const turn = async (): Promise<void> => {
    try {
      await database.underLock(name, () => run(stopping.signal));
      outcome.succeeded();
    } catch (error) {
      if (!stopping.signal.aborted) outcome.failed(error);
    }
  };
  const loop = async (): Promise<void> => {
    for (;;) {
      if (stopping.signal.aborted) return;
      await turn();
      await sleep(seconds * 1_000 * (1 + JITTER * (Math.random() - 0.5)));
    }
  };
  const ended = loop();
  return {
    runSoon: wake,
    stop: async () => {
      stopping.abort();
      wake();
      await ended;
    },
  };
};
