import type { Clock } from '@vitrine/platform/clock.ts';
import type { Rights } from './rights.ts';

/** What one who listens may hear of, as it was established last. */
export interface KeptRights {
  readonly last: () => Rights;
  /** Establishes it anew; one after the other, so that the newest answer is what counts. */
  readonly renew: (how: 'all' | 'what is due') => Promise<Outcome>;
}

/** Whether the right is there, is gone, or cannot be told, and then why. */
export type Outcome = 'held' | 'lost' | { readonly unknown: unknown };

export interface RightsDeps {
  readonly rights: Rights;
  /** Null where there is nothing to hear any more. Rejects where that cannot be told. */
  readonly askRights: () => Promise<Rights | null>;
  /** Whether the session by which this one came still exists. Rejects where that cannot be told. */
  readonly hasSession: () => Promise<boolean>;
  /** Whether changes of rights are told at all at present. */
  readonly hearsEvents: () => Promise<boolean>;
  readonly clock: Clock;
}

/** Events tell what changes rights; what none told of in time is noticed so much later at most. */
const LIFETIME_MS = 5_000;
/** While none are told: less than there is between two looks, so that each of them asks. */
const LIFETIME_UNTOLD_MS = 500;

export const keepRights = (deps: RightsDeps): KeptRights => {
  const { rights, askRights, hasSession, hearsEvents, clock } = deps;
  const state = { rights, askedAt: performance.now() };
  const isDue = async (): Promise<boolean> => {
    const lifetimeMs = (await hearsEvents()) ? LIFETIME_MS : LIFETIME_UNTOLD_MS;
    return performance.now() - state.askedAt >= lifetimeMs || hasEnded(state.rights, clock());
  };
  const establish = async (how: 'all' | 'what is due'): Promise<Outcome> => {
    try {
      if (!(await hasSession())) return 'lost';
      if (how === 'what is due' && !(await isDue())) return 'held';
      const askedAt = performance.now();
      const answer = await askRights();
      if (answer === null) return 'lost';
      Object.assign(state, { rights: answer, askedAt });
      return 'held';
    } catch (error) {
      return { unknown: error };
    }
  };
  let before: Promise<unknown> = Promise.resolve();
  return {
    last: () => state.rights,
    renew: (how) => {
      const outcome = before.then(() => establish(how));
      before = outcome;
      return outcome;
    },
  };
};

const hasEnded = (rights: Rights, now: Date): boolean =>
  rights.kind === 'guest' && Date.parse(rights.expiresAt) <= now.getTime();
