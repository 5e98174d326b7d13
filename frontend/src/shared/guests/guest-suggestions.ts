import { parseEmailAddress } from '@vitrine/contracts';
import type { UserView } from '@vitrine/contracts';
import type { PickedGuest } from './picked-guests.ts';

/** What Enter or a click would add. */
export type GuestOption = { email: string; user: UserView | null };

/** Who is suggested for a text: the person or the address that it is, else the people who were found. */
export function suggestionsFor(
  text: string,
  found: readonly UserView[],
  { picked, ownEmail }: { picked: readonly PickedGuest[]; ownEmail: string },
): GuestOption[] {
  const taken = new Set([ownEmail, ...picked.map(({ email }) => email)].map(lowered));
  const people = found.filter(({ email }) => !taken.has(lowered(email)));
  const address = parseEmailAddress(text);
  if (address === null) return people.map((user) => ({ email: user.email, user }));
  if (taken.has(lowered(address))) return [];
  const user = people.find(({ email }) => lowered(email) === lowered(address)) ?? null;
  return [{ email: user?.email ?? address, user }];
}

/** Whether what is typed stands in a name or an address. */
export function suits({ name, email }: UserView, typed: string): boolean {
  return lowered(`${name} ${email}`).includes(lowered(typed));
}

function lowered(email: string): string {
  return email.toLowerCase();
}
