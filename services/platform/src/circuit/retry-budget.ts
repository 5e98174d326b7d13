/** How often what failed may be tried again: never so often that a service in trouble gets more calls than usual. */
export interface RetryBudget {
  /** Every call earns a little. */
  readonly earn: () => void;
  /** Takes one retry out of the budget; false where there is none left. */
  readonly take: () => boolean;
}

const EARNED_PER_CALL = 0.1;
const KEPT_MAX = 10;

/** One retry for ten calls, and ten at once at most (Google SRE book, chapter 21). */
export const createRetryBudget = (): RetryBudget => {
  let left = KEPT_MAX;
  return {
    earn: () => {
      left = Math.min(KEPT_MAX, left + EARNED_PER_CALL);
    },
    take: () => {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
};
