import { crc32 } from 'node:zlib';
import { PackDamaged, readIndex } from './pack-format.ts';

/** Where packs lie, for who reads them all. */
export interface PackShelf {
  all: () => Iterable<string> | AsyncIterable<string>;
  /**
   * Null for one that went away.
   * @throws PackDamaged for one that cannot be read and never will
   */
  read: (pack: string) => Promise<Buffer | null>;
  remove: (pack: string) => Promise<void>;
}

/** What the CRC-32 of objects were when they came, by their keys; without those that nobody knows. */
export type SumsOf = (keys: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** What the packs are like. */
export interface PackVerification {
  packCount: number;
  /** Which are not as they were written, or hold what is not as it came. */
  damaged: string[];
}

/**
 * Reads all packs and removes those that are damaged, so that what they held is read object by object. An object that was
 * damaged when it was packed, and put back since, is damaged in its pack still.
 */
export const verifyPacks = async (shelf: PackShelf, sumsOf: SumsOf): Promise<PackVerification> => {
  const found: PackVerification = { packCount: 0, damaged: [] };
  for await (const pack of shelf.all()) {
    const isGood = await isWhole(() => shelf.read(pack), sumsOf);
    if (isGood === null) continue;
    found.packCount += 1;
    if (isGood) continue;
    await shelf.remove(pack);
    found.damaged.push(pack);
  }
  return found;
};

const isWhole = async (read: () => Promise<Buffer | null>, sumsOf: SumsOf): Promise<boolean | null> => {
  try {
    const bytes = await read();
    if (bytes === null) return null;
    const readPack = async (from: number, length: number) => bytes.subarray(from, from + length);
    const { keys, starts, crc32s } = await readIndex(bytes.length, readPack);
    const sums = await sumsOf(keys);
    return keys.every((key, at) => {
      const sum = crc32(bytes.subarray(starts[at], starts[at + 1]));
      return sum === crc32s[at] && sum === (sums.get(key) ?? sum);
    });
  } catch (error) {
    if (error instanceof PackDamaged) return false;
    throw error;
  }
};
