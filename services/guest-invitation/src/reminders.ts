import type { AccountPolicy } from '@vitrine/contracts';
import type { Invitation } from './invitation.ts';
import type { MailKind, OwnerNews } from './mail-repository.ts';

/** By which part of its policy an account does without a mail. An invitation and what a guest asks for always go out. */
const SWITCHES: Partial<Record<MailKind, 'remindGuests' | 'remindOwners' | 'reportFailures'>> = {
  'ends-soon': 'remindGuests',
  'unopened-soon': 'remindOwners',
  'ended-unopened': 'remindOwners',
  'delivery-failed': 'reportFailures',
};

/** Whether the account wants such a mail; asked only where that depends on its policy. */
export const isWanted = async (kind: MailKind, policy: () => Promise<AccountPolicy>): Promise<boolean> => {
  const part = SWITCHES[kind];
  return part === undefined || (await policy())[part];
};

/** What the owners are told of these guests who never opened their links: once for the guests of one share. */
export const newsOfUnopened = (guests: readonly Invitation[], kind: OwnerNews) => {
  const unopened = guests.filter(({ openedAt }) => openedAt === null);
  return [...Map.groupBy(unopened, ({ shareId }) => shareId)]
    .map(([shareId, ofShare]) => ({ shareId, kind, about: ofShare.map(({ id }) => id) }))
    .sort((one, other) => (one.shareId < other.shareId ? -1 : 1));
};
