import type { GuestActor, UserActor } from '@vitrine/contracts';
import { IDS } from './an-asset.ts';

/** Mia of the domain Brand. */
export const aUser = (overrides: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: IDS.mia,
  accountId: IDS.account,
  name: 'Mia',
  email: 'mia@demo.test',
  isAdministrator: false,
  domainIds: [IDS.brand],
  currentDomainId: IDS.brand,
  sharesEnabled: true,
  sessionId: 's',
  ...overrides,
});

/** A guest of one share. */
export const aGuest = (overrides: Partial<GuestActor> = {}): GuestActor => ({
  kind: 'guest',
  invitationId: '0198f0a0-0000-7000-8000-0000000000e1',
  shareId: IDS.share,
  secretVersion: 1,
  sessionId: 'g',
  ...overrides,
});
