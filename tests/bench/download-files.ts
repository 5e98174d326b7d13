import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { openDiskStore } from '@vitrine/platform/objects/disk-store.ts';
import type { ArchiveEntry } from '../../services/download/src/engine/layout.ts';

/** So many files of one size. */
export interface Scenario {
  name: string;
  count: number;
  byteSize: number;
}

export const bigFiles: Scenario = { name: '200 × 5 MiB', count: 200, byteSize: 5 * 1024 * 1024 };
export const smallFiles: Scenario = { name: '20,000 × 10 KiB', count: 20_000, byteSize: 10 * 1024 };

/** Keys as long as those that the product gives, in one folder as those are. */
export const keyOf = (index: number): string =>
  `originals/0199c3a2-7e4f-7b11-9d5e-${index.toString(16).padStart(12, '0')}`;

/** The store of the product, below a folder. */
export const storeIn = (folder: string) => openDiskStore(folder);

/** Writes the files, no two of them alike; answers what a plan knows of them. */
export const makeFiles = async (folder: string, { count, byteSize }: Scenario): Promise<ArchiveEntry[]> => {
  const { pathOf } = await storeIn(folder);
  mkdirSync(path.dirname(pathOf(keyOf(0))), { recursive: true });
  const content = randomBytes(byteSize);
  return Array.from({ length: count }, (_, index) => {
    content.writeUInt32LE(index);
    writeFileSync(pathOf(keyOf(index)), content);
    return {
      name: `photo ${index}.jpg`,
      byteSize,
      crc32: crc32(content),
      modifiedAt: Date.UTC(2026, 0),
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  });
};
