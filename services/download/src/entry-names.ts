import {
  cutText,
  longestNameByteSize,
  safeFileName,
  splitName,
} from '@vitrine/platform/names/safe-file-name.ts';
import { type Sliced, atOnce, mapOf } from '@vitrine/platform/schedule/slices.ts';

// Room for ` (9999999)`. Cut by a fixed measure, all names that a suffix could bring together share one
// counter, and naming stays linear whatever a list of names was made to do.
const suffixByteSize = 10;

/**
 * Names the entries of an archive: safe, and unique without regard to case. The first file of a name keeps it,
 * later ones become `name (2).ext`. The result depends on the ordered list alone, so every replica and every
 * resumed download names alike.
 */
export function* namingEntries(files: readonly { fileName: string }[]): Sliced<string[]> {
  const safe = yield* mapOf(files, ({ fileName }) => safeFileName(fileName));
  const taken = new Set<string>();
  const keepsItsName = yield* mapOf(safe, (name) => claim(taken, name));
  const lastNumbers = new Map<string, number>();
  return yield* mapOf(safe, (name, index) =>
    keepsItsName[index] ? name : numberedName(name, taken, lastNumbers),
  );
}

export const entryNames = (files: readonly { fileName: string }[]): string[] => atOnce(namingEntries(files));

const numberedName = (name: string, taken: Set<string>, lastNumbers: Map<string, number>): string => {
  const { stem, extension } = splitName(name);
  const room = longestNameByteSize - suffixByteSize - Buffer.byteLength(extension);
  const shortStem = cutText(stem, room);
  const family = folded(shortStem + extension);
  let number = lastNumbers.get(family) ?? 1;
  let numbered: string;
  do {
    number += 1;
    numbered = `${shortStem} (${number})${extension}`;
  } while (!claim(taken, numbered));
  lastNumbers.set(family, number);
  return numbered;
};

const claim = (taken: Set<string>, name: string): boolean => {
  const key = folded(name);
  const isFree = !taken.has(key);
  taken.add(key);
  return isFree;
};

// Up, then down: `ß` meets `SS` and a final sigma its sisters, as they do on a Mac.
const folded = (name: string): string => name.toUpperCase().toLowerCase().normalize('NFC');
