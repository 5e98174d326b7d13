import type { Log } from '../../log/log.ts';

/** Rounds of packing, begun when there is something to pack and nothing has come or gone for a while. */
export interface PackRounds {
  /** So many small objects lie in no pack since now. */
  note: (objectCount: number) => void;
  start: (log: Log) => void;
  /** Ends the round that is going on: another start begins it anew. */
  stop: () => Promise<void>;
}

interface Options {
  quietMs: number;
  lookMs: number;
  objectsMin: number;
  /** One round. Answers how many small objects lie in no pack after it. */
  run: (signal: AbortSignal, log: Log) => Promise<number>;
  /** How many objects more there are than at the last round, whoever stored them. */
  grown: () => Promise<number>;
}

export const createPackRounds = ({ quietMs, lookMs, objectsMin, run, grown }: Options): PackRounds => {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let isStarted = false;
  let unpackedCount = 0;

  const wait = (begin: () => void): void => {
    if (!isStarted || round !== undefined || stopping.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(begin, quietMs).unref();
  };
  const begin = (log: Log) => (): void => {
    unpackedCount = 0;
    const failed = (error: unknown): number => {
      // What came stays readable, file by file. It is tried again when as many have come once more.
      if (!stopping.signal.aborted) log.warn({ err: error }, 'small objects could not be packed');
      return 0;
    };
    round = run(stopping.signal, log)
      .catch(failed)
      .then((leftCount) => {
        round = undefined;
        rounds.note(leftCount);
      });
  };
  let beginRound: () => void = () => undefined;
  const rounds: PackRounds = {
    note: (objectCount) => {
      unpackedCount += objectCount;
      if (unpackedCount >= objectsMin) wait(beginRound);
    },
    start: (log) => {
      isStarted = true;
      beginRound = begin(log);
      // What was there before is not known yet.
      wait(beginRound);
      const look = (): void => void grown().then((count) => count >= objectsMin && wait(beginRound));
      looking = setInterval(look, lookMs).unref();
    },
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      clearInterval(looking);
      await round;
    },
  };
  return rounds;
};
