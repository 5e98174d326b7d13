import type { RepeatedFailure } from '@vitrine/platform/log/repeated-failure.ts';

/** What a pool works off. */
export interface DueWork<Job> {
  /** The next that is due and nobody is at; null where there is none. */
  claim: () => Promise<Job | null>;
  /** Does it, and never rejects. */
  work: (job: Job) => Promise<void>;
  /** How much is done at once. */
  concurrency: number;
  /** Says how the claims end. */
  claims: RepeatedFailure;
}

export interface WorkPool {
  /** Begins what is due, as far as there is room. */
  look: () => void;
  /** Resolves when nothing is due any more. */
  idle: () => Promise<void>;
  /** Begins nothing any more, and waits for what runs. */
  close: () => Promise<void>;
}

/** Works off what is due, a few at once. */
export const createWorkPool = <Job>({ claim, work, concurrency, claims }: DueWork<Job>): WorkPool => {
  const running = new Set<Promise<void>>();
  const whenIdle: (() => void)[] = [];
  const state = { isLooking: false, isWanted: false, isClosed: false };

  const lookOnce = async (): Promise<void> => {
    while (running.size < concurrency && !state.isClosed) {
      const job = await claim();
      claims.succeeded();
      if (job === null) return;
      const done = work(job).finally(() => {
        running.delete(done);
        void look();
      });
      running.add(done);
    }
  };
  const look = async (): Promise<void> => {
    state.isWanted = true;
    if (state.isLooking) return;
    state.isLooking = true;
    while (state.isWanted && !state.isClosed) {
      state.isWanted = false;
      await lookOnce().catch(claims.failed);
    }
    state.isLooking = false;
    if (running.size === 0) for (const resolve of whenIdle.splice(0)) resolve();
  };

  return {
    look: () => void look(),
    idle: () =>
      new Promise((resolve) => {
        whenIdle.push(resolve);
        void look();
      }),
    close: async () => {
      state.isClosed = true;
      await Promise.all(running);
    },
  };
};
