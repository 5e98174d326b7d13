import { RequestAnsweredV1 } from '@vitrine/contracts';
import type { LoggedEvent } from './logged-event.ts';

/** What the log knows of a share: the title it was told last, and whose it is. */
export interface KnownShare {
  readonly shareId: string;
  readonly accountId: string;
  readonly title: string | null;
}

/** What the log knows of an invitation. */
export interface KnownGuest {
  readonly invitationId: string;
  readonly accountId: string;
  readonly guest: string;
}

/**
 * A request with what the gateway cannot tell: the account of a guest, the address of a guest, the title of the share.
 * What a person of another account asked of a share is a line of that person's account, and names nothing.
 */
export const withNames = (
  request: LoggedEvent,
  shares: readonly KnownShare[],
  guests: readonly KnownGuest[],
): LoggedEvent => {
  const { isGuest } = readGuest(request.data);
  const share = shares.find(({ shareId }) => shareId === request.shareId);
  const guest = guests.find(({ invitationId }) => invitationId === request.invitationId);
  const accountId = request.accountId ?? (isGuest ? accountOf(guest, share) : null);
  const title = ofAccount(accountId, share)?.title ?? null;
  const address = ofAccount(accountId, guest)?.guest ?? null;
  return { ...request, accountId, about: title, guest: address, actor: isGuest ? address : request.actor };
};

const accountOf = (guest: KnownGuest | undefined, share: KnownShare | undefined): string | null =>
  guest?.accountId ?? share?.accountId ?? null;

const ofAccount = <Known extends { accountId: string }>(
  accountId: string | null,
  known: Known | undefined,
): Known | undefined => (known?.accountId === accountId ? known : undefined);

const readGuest = (data: unknown): { isGuest: boolean } => {
  const known = RequestAnsweredV1.data.safeParse(data);
  return { isGuest: known.success && known.data.isGuest };
};
