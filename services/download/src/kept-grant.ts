import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { inParts } from '@vitrine/platform/schedule/slices.ts';

/**
 * The right to a download while its bytes are sent. It is never older than a second when an entry begins, and never
 * missing: what lies beyond the entries that were asked for is asked for before it begins.
 */
export interface KeptGrant {
  /** Nothing to wait for where the right was just established. Rejects where it is lost, or cannot be told. */
  readonly beforeEntry: (index: number) => Promise<void> | undefined;
  /** Asks again for what is being sent now. */
  readonly renew: () => Promise<Renewal>;
  /** Asks for all that is not asked for yet, as the first bytes of many entries do not wait for that. */
  readonly askForRest: () => Promise<Renewal>;
  /** For how long the right was not established. */
  readonly ageMs: () => number;
}

export type Renewal = 'granted' | 'lost' | 'unknown';

/** Asks for the entries named, of the whole download. @returns when that was asked for, by the clock `now` */
export type AskEntries = (assetIds: readonly string[]) => Promise<number>;

export const GRANT_LIFETIME_MS = 1_000;
/** How many entries are asked for at a time: no reader takes so many in the lifetime but the fastest. */
const WINDOW = 2_000;

/** How many are asked for before the first byte: some milliseconds, however many entries there are. */
const FIRST_WINDOW = 200;

/** What is asked for before the first byte of a range that begins in that entry. */
export const firstWindow = (assetIds: readonly string[], first: number): readonly string[] => {
  const from = Math.min(first, assetIds.length - 1);
  return assetIds.length <= FIRST_WINDOW ? assetIds : assetIds.slice(from, from + FIRST_WINDOW);
};

/**
 * @param first the entry in which the range begins; those of its {@link firstWindow} were asked for
 * @param askedAt when that was, by the clock `now`
 */
export const keepGrant = (options: {
  assetIds: readonly string[];
  first: number;
  askedAt: number;
  ask: AskEntries;
  now: () => number;
}): KeptGrant => {
  const { assetIds, ask, now } = options;
  let establishedAt = options.askedAt;
  let current = Math.min(options.first, assetIds.length - 1);
  let coveredTo = assetIds.length <= FIRST_WINDOW ? assetIds.length : current + FIRST_WINDOW;
  const askFrom = async (index: number): Promise<void> => {
    const to = Math.min(index + WINDOW, assetIds.length);
    establishedAt = await ask(assetIds.slice(index, to));
    coveredTo = to;
  };
  const askRest = async (): Promise<void> => {
    let oldest = establishedAt;
    await inParts(assetIds.slice(coveredTo), { size: WINDOW }, async (some) => {
      oldest = Math.min(oldest, await ask(some));
    });
    // The oldest answer counts for all of them.
    establishedAt = Math.min(establishedAt, oldest);
    coveredTo = assetIds.length;
  };
  return {
    beforeEntry: (index) => {
      // Beyond them is what tells of them, and of no asset more.
      current = Math.min(index, assetIds.length - 1);
      const isFresh = now() - establishedAt < GRANT_LIFETIME_MS && current < coveredTo;
      return isFresh ? undefined : askFrom(current);
    },
    renew: () => renewal(askFrom(current)),
    askForRest: async () => (coveredTo < assetIds.length ? renewal(askRest()) : 'granted'),
    ageMs: () => now() - establishedAt,
  };
};

const renewal = async (asking: Promise<void>): Promise<Renewal> => {
  try {
    await asking;
    return 'granted';
  } catch (error) {
    return error instanceof AppError && error.code === 'not-downloadable' ? 'lost' : 'unknown';
  }
};
