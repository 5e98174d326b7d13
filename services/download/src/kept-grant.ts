import { AppError } from '@vitrine/platform/errors/app-error.ts';

/** The right to a download while its bytes are sent. It is never older than a second when an entry begins. */
export interface KeptGrant {
  /** Nothing to wait for where the right was just established. Rejects where it is lost, or cannot be told. */
  readonly beforeEntry: (index: number) => Promise<void> | undefined;
  /** Asks again for what is being sent now. */
  readonly renew: () => Promise<'granted' | 'lost' | 'unknown'>;
  /** For how long the right was not established. */
  readonly ageMs: () => number;
}

/** Asks for the entries named, of the whole download. */
export type AskEntries = (assetIds: readonly string[]) => Promise<void>;

export const GRANT_LIFETIME_MS = 1_000;
/** How many entries are asked for at a time: no reader takes so many in the lifetime but the fastest. */
const WINDOW = 2_000;

/** @param askedAt when all entries were asked for, by the clock `now` */
export const keepGrant = (options: {
  assetIds: readonly string[];
  askedAt: number;
  ask: AskEntries;
  now: () => number;
}): KeptGrant => {
  const { assetIds, ask, now } = options;
  let establishedAt = options.askedAt;
  let coveredTo = assetIds.length;
  let current = 0;
  const askFrom = async (index: number): Promise<void> => {
    const askedAt = now();
    const to = Math.min(index + WINDOW, assetIds.length);
    await ask(assetIds.slice(index, to));
    establishedAt = askedAt;
    coveredTo = to;
  };
  return {
    beforeEntry: (index) => {
      // Beyond them is what tells of them, and of no asset more.
      current = Math.min(index, assetIds.length - 1);
      const isFresh = now() - establishedAt < GRANT_LIFETIME_MS && current < coveredTo;
      return isFresh ? undefined : askFrom(current);
    },
    renew: async () => {
      try {
        await askFrom(current);
        return 'granted';
      } catch (error) {
        return error instanceof AppError && error.code === 'not-downloadable' ? 'lost' : 'unknown';
      }
    },
    ageMs: () => now() - establishedAt,
  };
};
