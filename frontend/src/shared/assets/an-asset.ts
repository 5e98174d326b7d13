import type { Asset } from './asset.ts';

/** An asset for a test: available, shareable and lasting, but for what is overridden. */
export function anAsset(overrides: Partial<Asset> = {}): Asset {
  return {
    id: '0197f1d0-0000-7000-8000-000000000001',
    fileName: 'dunes.jpg',
    title: 'Dunes at dusk',
    kind: 'image',
    mediaType: 'image/jpeg',
    byteSize: 2_400_000,
    sha256: '0'.repeat(64),
    width: 2400,
    height: 1600,
    availability: 'available',
    expiresAt: null,
    shareable: true,
    downloadable: true,
    thumbnailUrl: '/api/v1/assets/1/thumbnail',
    previewUrl: '/api/v1/assets/1/preview',
    createdAt: '2026-05-20T08:00:00Z',
    ...overrides,
  };
}
