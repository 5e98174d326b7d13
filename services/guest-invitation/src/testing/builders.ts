import type { ShareFacts, UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import type * as z from 'zod';
import type { Guest } from '../guest.ts';
import { type Invitation, endOf } from '../invitation.ts';

export type Facts = z.infer<typeof ShareFacts>;

export const aGuest = (overrides: Partial<Guest> = {}): Guest => ({
  kind: 'external',
  userId: null,
  email: 'lena@agency.example',
  name: null,
  ...overrides,
});

export const anInvitation = (overrides: Partial<Invitation> = {}): Invitation => {
  const invitedAt = overrides.invitedAt ?? new Date('2026-10-05T14:05:00.000Z');
  return {
    id: newId(),
    shareId: newId(),
    accountId: newId(),
    ...aGuest(),
    version: 1,
    secretVersion: 1,
    durationDays: 7,
    invitedAt,
    expiresAt: endOf(invitedAt, 7),
    message: null,
    hasShareMessage: false,
    invitedById: newId(),
    invitedByName: 'Mia Berg',
    language: null,
    openedAt: null,
    isOpenedByLinkAlone: false,
    downloads: 0,
    downloadsBegun: 0,
    isExpiryTold: false,
    isEndReminded: false,
    removedAt: null,
    resentAt: null,
    linkRequestedAt: null,
    forgottenAt: null,
    ...overrides,
  };
};

export const aShare = (overrides: Partial<Facts> = {}): Facts => ({
  shareId: newId(),
  accountId: newId(),
  ownerId: newId(),
  ownerName: 'Mia Berg',
  ownerEmail: 'mia@acme.example',
  title: 'Autumn campaign',
  description: '',
  assetCount: 12,
  isOpen: true,
  invitationMessage: null,
  guestsNamedAt: null,
  codeRequired: false,
  ...overrides,
});

export const aUser = (overrides: Partial<UserActor> = {}): UserActor => {
  const userId = overrides.userId ?? newId();
  return {
    kind: 'user',
    userId,
    accountId: newId(),
    name: 'Mia Berg',
    email: `mia.${userId.slice(-6)}@acme.example`,
    isAdministrator: false,
    domainIds: [],
    currentDomainId: null,
    sharesEnabled: true,
    sessionId: 'session',
    ...overrides,
  };
};
