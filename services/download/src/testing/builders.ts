import type { AssetFile, UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { prepareDownload } from '../download.ts';
import { type PlanRequest, planDownload } from '../plan.ts';

/** An asset that can be had and shared, unless said otherwise. */
export const someFacts = (overrides: Partial<AssetFile> = {}): AssetFile => ({
  assetId: newId(),
  domainId: newId(),
  fileName: 'poster.png',
  mediaType: 'image/png',
  byteSize: 1_000,
  crc32: 1,
  sha256: 'a'.repeat(64),
  objectKey: 'objects/1',
  shareable: true,
  createdAt: Date.parse('2026-09-01T08:00:00.000Z'),
  reason: null,
  ...overrides,
});

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

export const planOf = (facts: readonly AssetFile[], overrides: Partial<PlanRequest> = {}) =>
  planDownload({
    assetIds: facts.map(({ assetId }) => assetId),
    facts,
    excluded: [],
    share: null,
    now: new Date('2026-10-05T23:59:00Z'),
    ...overrides,
  });

/** A download of one file of 1,000 bytes by Mia, planned at noon. */
export const aDownload = () => {
  const facts = someFacts();
  const { download, events } = prepareDownload(
    planOf([facts]),
    {
      id: newId(),
      ticketHash: 'hash',
      taker: { kind: 'user', userId: newId(), name: 'Mia Vogel', sessionId: 'session' },
      accountId: newId(),
      shareId: null,
      invitationId: null,
      purpose: 'download',
    },
    new Date('2026-10-05T12:00:00Z'),
  );
  return { download, events, assetIds: [facts.assetId] };
};
