import type { Guest } from './manage-guests-api.ts';

/** From here on one looks for a guest sooner than one finds them by reading. */
const SEARCHED_FROM = 20;
/** From here on the list is large enough to be read less often: what happens is hinted at live. */
const MANY = 500;

export function isWorthSearching(guests: readonly Guest[]): boolean {
  return guests.length >= SEARCHED_FROM;
}

export function areMany(guests: readonly Guest[]): boolean {
  return guests.length >= MANY;
}

/** Those with this in their name or address; all of them for nothing. */
export function guestsLike(guests: readonly Guest[], text: string): readonly Guest[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return guests;
  return guests.filter(({ name, email }) => `${name ?? ''} ${email}`.toLocaleLowerCase().includes(wanted));
}
