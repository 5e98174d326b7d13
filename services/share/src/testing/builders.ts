import type { UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import type { KnownAsset } from '../known-asset.ts';
import type { Share } from '../share.ts';

/** An asset that can be shared, unless said otherwise. */
export const aKnownAsset = (overrides: Partial<KnownAsset> = {}): KnownAsset => ({
  assetId: newId(),
  version: 1,
  fileName: 'poster.png',
  title: 'Poster',
  kind: 'image',
  mediaType: 'image/png',
  byteSize: 1_000,
  sha256: 'a'.repeat(64),
  width: 800,
  height: 600,
  availability: 'available',
  expiresAt: null,
  shareable: true,
  hasThumbnail: true,
  hasPreview: true,
  createdAt: new Date('2026-09-01T08:00:00Z'),
  ...overrides,
});

/** A user of an account with shares. */
export const aUser = (overrides: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: newId(),
  accountId: newId(),
  name: 'Mia Vogel',
  email: 'mia@demo.test',
  isAdministrator: false,
  domainIds: [],
  currentDomainId: null,
  sharesEnabled: true,
  sessionId: 'session',
  ...overrides,
});

/** A share that is switched on. */
export const aShare = (overrides: Partial<Share> = {}): Share => ({
  id: newId(),
  accountId: newId(),
  ownerId: newId(),
  ownerName: 'Mia Vogel',
  ownerEmail: 'mia@demo.test',
  version: 3,
  title: 'Autumn',
  description: '',
  enabled: true,
  invitationMessage: null,
  guestsNamedAt: null,
  codeRequired: false,
  downloadsMax: null,
  createdAt: new Date('2026-10-01T08:00:00Z'),
  updatedAt: new Date('2026-10-01T08:00:00Z'),
  ...overrides,
});
