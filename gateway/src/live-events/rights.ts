/** What a person who listens may hear of. */
export interface PersonRights {
  readonly kind: 'person';
  readonly userId: string;
  readonly accountId: string;
  readonly isAdministrator: boolean;
  /** Whether the shares feature is on for the account. */
  readonly sharesEnabled: boolean;
  readonly domainIds: ReadonlySet<string>;
  /** The shares that the person is a live guest of. */
  readonly receivedShareIds: ReadonlySet<string>;
}

/** What a guest who listens may hear of: one share, while the invitation lives and the share is open. */
export interface GuestRights {
  readonly kind: 'guest';
  readonly invitationId: string;
  readonly shareId: string;
  readonly accountId: string;
  readonly expiresAt: string;
}

export type Rights = PersonRights | GuestRights;

/** Who is meant by a hint, decided by rights alone. */
export type Audience = (rights: Rights) => boolean;

/** A share and whose it is. */
export interface OwnedShare {
  readonly shareId: string;
  readonly accountId: string;
  readonly ownerId: string;
}

export const peopleOfDomain =
  ({ accountId, domainId }: { accountId: string; domainId: string }): Audience =>
  (rights) =>
    rights.kind === 'person' && rights.accountId === accountId && rights.domainIds.has(domainId);

export const peopleOfAccount =
  ({ accountId }: { accountId: string }): Audience =>
  (rights) =>
    rights.kind === 'person' && rights.accountId === accountId;

export const administratorsOf =
  ({ accountId }: { accountId: string }): Audience =>
  (rights) =>
    rights.kind === 'person' && rights.accountId === accountId && rights.isAdministrator;

export const thePerson =
  (userId: string | null): Audience =>
  (rights) =>
    rights.kind === 'person' && rights.userId === userId;

export const theGuest =
  (invitationId: string): Audience =>
  (rights) =>
    rights.kind === 'guest' && rights.invitationId === invitationId;

export const guestsOfShare =
  (shareId: string): Audience =>
  (rights) =>
    rights.kind === 'guest' && rights.shareId === shareId;

export const guestsOfAccount =
  (accountId: string): Audience =>
  (rights) =>
    rights.kind === 'guest' && rights.accountId === accountId;

/** Its owner, and the administrators of its account: who may see its guests and its timeline. */
export const managersOf =
  ({ accountId, ownerId }: OwnedShare): Audience =>
  (rights) =>
    rights.kind === 'person' &&
    rights.sharesEnabled &&
    rights.accountId === accountId &&
    (rights.isAdministrator || rights.userId === ownerId);

/** Who manages it, and its guests, internal and external. */
export const whoSeesShare = (share: OwnedShare): Audience => {
  const manages = managersOf(share);
  return (rights) => manages(rights) || isGuestOf(share, rights);
};

const isGuestOf = ({ shareId, accountId }: OwnedShare, rights: Rights): boolean => {
  if (rights.accountId !== accountId) return false;
  if (rights.kind === 'guest') return rights.shareId === shareId;
  return rights.sharesEnabled && rights.receivedShareIds.has(shareId);
};
