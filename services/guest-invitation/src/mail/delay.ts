const DELAYS_SECONDS = [2, 5, 10, 20, 30, 60];
const LONGEST_DELAY_SECONDS = 60;
/** About a day of a mail server that is not there. */
const ATTEMPTS_MAX = 1_440;

/**
 * How long to wait after so many attempts that failed; null when it is given up. The longest wait is a minute, so that
 * a mail is out within two minutes of the end of an outage (promises.md, section 1, 3).
 */
export const delayAfter = (attempts: number): number | null =>
  attempts >= ATTEMPTS_MAX ? null : (DELAYS_SECONDS[attempts - 1] ?? LONGEST_DELAY_SECONDS);
