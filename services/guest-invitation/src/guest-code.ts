import { randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** How many tries a code is good for. */
export const TRIES_MAX = 5;
/** For how long, since it was asked for. */
export const CODE_MINUTES = 10;

const DIGITS = 6;
const HASH_BYTES = 32;
const MINUTE_MS = 60_000;

/** So many codes for one link within so long: enough for a person, few for whoever guesses or fills a mailbox. */
const LIMITS = [
  { most: 1, withinMs: MINUTE_MS },
  { most: 5, withinMs: 60 * MINUTE_MS },
  { most: 10, withinMs: 24 * 60 * MINUTE_MS },
] as const;

const slowly = promisify<string, string, number, Buffer>(scrypt);

export const newCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');

/** A million codes are tried in no time: what is kept of one is slow to make, and another for each that is sent. */
export const hashOfCode = async (id: string, code: string): Promise<string> =>
  (await slowly(code, id, HASH_BYTES)).toString('hex');

/** Whether it is one of those that were sent; in the same time whichever. */
export const isOneOf = async (
  { id, codeHashes }: { id: string; codeHashes: readonly string[] },
  code: string,
): Promise<boolean> => {
  const typed = Buffer.from(await hashOfCode(id, code), 'hex');
  return codeHashes.map((sent) => timingSafeEqual(Buffer.from(sent, 'hex'), typed)).includes(true);
};

/** How many seconds must pass before another may be asked for; null where one may be now. */
export const secondsToNextCode = (askedAt: readonly Date[], now: Date): number | null => {
  const waits = LIMITS.map(({ most, withinMs }) => {
    const within = askedAt.map((each) => each.getTime()).filter((each) => each > now.getTime() - withinMs);
    const oldest = within.sort((one, other) => other - one)[most - 1];
    return oldest === undefined ? 0 : oldest + withinMs - now.getTime();
  });
  const waitMs = Math.max(...waits);
  return waitMs <= 0 ? null : Math.ceil(waitMs / 1_000);
};

/** As much of an address as its owner knows it by, and a stranger does not. */
export const maskedAddress = (email: string): string => {
  const [first = ''] = email;
  return `${first}•••${email.slice(email.lastIndexOf('@'))}`;
};
