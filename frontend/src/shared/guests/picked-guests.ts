import { parseEmailAddress } from '@vitrine/contracts';
import type { GuestReference, UserView } from '@vitrine/contracts';

/** Somebody who was chosen to be invited: a person of the account, or an address. */
export type PickedGuest = { email: string; user: UserView | null };

export function withUser(picked: readonly PickedGuest[], user: UserView): PickedGuest[] {
  return withOne(picked, { email: user.email, user });
}

export function withoutGuest(picked: readonly PickedGuest[], email: string): PickedGuest[] {
  return picked.filter((guest) => guest.email !== email);
}

/** Adds all addresses that a text holds, each once, and tells which parts of it are not an address. */
export function withTyped(
  picked: readonly PickedGuest[],
  text: string,
): { picked: PickedGuest[]; wrong: string[] } {
  const wrong: string[] = [];
  let all = [...picked];
  for (const part of partsOf(text)) {
    const email = parseEmailAddress(part);
    if (email === null) wrong.push(part);
    else all = withOne(all, { email, user: null });
  }
  return { picked: all, wrong };
}

/** Whether a pasted text is a list, to be taken at once, and not the beginning of something to be typed on. */
export function isList(text: string): boolean {
  return text.includes('@') && partsOf(text).length > 1;
}

export function asReferences(picked: readonly PickedGuest[]): GuestReference[] {
  return picked.map(({ email, user }) => (user === null ? { email } : { userId: user.id }));
}

/** The name of a guest as a person knows it: what the server calls by its id is one of those who were picked. */
export function nameOfGuest(picked: readonly PickedGuest[], guest: string): string {
  return picked.find(({ user }) => user?.id === guest)?.user?.name ?? guest;
}

function withOne(picked: readonly PickedGuest[], guest: PickedGuest): PickedGuest[] {
  const isKnown = picked.some(({ email }) => email.toLowerCase() === guest.email.toLowerCase());
  return isKnown ? [...picked] : [...picked, guest];
}

/** Lists come as they are written in mails, `Lena Berg <lena@agency.example>; noah@agency.example`, or line by line. */
function partsOf(text: string): string[] {
  return withoutQuotedNames(text)
    .split(/[,;\n]/)
    .flatMap((part) => {
      const inBrackets = /<([^<>]*)>\s*$/.exec(part)?.[1];
      return (inBrackets === undefined ? part.split(/\s+/) : [inBrackets.trim()]).filter(
        (each) => each !== '',
      );
    });
}

/** A name in quotes before an address may hold a comma: `"Berg, Lena" <lena@agency.example>`. */
function withoutQuotedNames(text: string): string {
  return text.replaceAll(/"[^"\n]*"[ \t]*(?=<)/g, '');
}
