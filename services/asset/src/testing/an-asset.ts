import type { Asset } from '../asset.ts';

export const IDS = {
  account: '0198f0a0-0000-7000-8000-0000000000a1',
  otherAccount: '0198f0a0-0000-7000-8000-0000000000a2',
  brand: '0198f0a0-0000-7000-8000-0000000000d1',
  campaigns: '0198f0a0-0000-7000-8000-0000000000d2',
  foreign: '0198f0a0-0000-7000-8000-0000000000d3',
  mia: '0198f0a0-0000-7000-8000-0000000000b1',
  share: '0198f0a0-0000-7000-8000-0000000000c1',
  otherShare: '0198f0a0-0000-7000-8000-0000000000c2',
} as const;

/** An asset that was rendered and can be downloaded and shared. */
export const anAsset = (overrides: Partial<Asset> = {}): Asset => ({
  id: '0198f0a0-0000-7000-8000-000000000001',
  accountId: IDS.account,
  domainId: IDS.brand,
  version: 3,
  fileName: 'dunes.jpg',
  title: 'Dunes',
  tags: ['autumn'],
  kind: 'image',
  mediaType: 'image/jpeg',
  byteSize: 1_000,
  sha256: 'a'.repeat(64),
  crc32: 7,
  objectKey: 'originals/1',
  width: 40,
  height: 30,
  durationMs: null,
  availability: 'available',
  isRendered: true,
  hasThumbnail: true,
  hasPreview: true,
  expiresAt: null,
  isExpiryAnnounced: false,
  shareable: true,
  createdBy: IDS.mia,
  createdAt: new Date('2026-10-01T12:00:00.000Z'),
  updatedAt: new Date('2026-10-01T12:00:00.000Z'),
  ...overrides,
});
