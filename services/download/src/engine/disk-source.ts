import { keepFile } from './kept-file.ts';
import type { KeptFile } from './kept-file.ts';
import { type SmallObjectPacks, noPacks } from './pack-runs.ts';
import { createSmallObjectReaders } from './small-object-readers.ts';
import type { SmallObjectReaders } from './small-object-readers.ts';
import { bigObjectByteSize } from './source.ts';
import type { ObjectPart, ObjectReader, ObjectSource } from './source.ts';

export type DiskSource = ObjectSource & { close: () => Promise<void> };

type PathOf = (objectKey: string) => string;
type DiskOptions = { pathOf: PathOf; packs?: SmallObjectPacks; readerCount?: number };

export const createDiskSource = ({ pathOf, packs = noPacks, readerCount = 1 }: DiskOptions): DiskSource => {
  const smallObjects = createSmallObjectReaders({ count: readerCount, pathOf, packs });
  return { openReader: () => diskReader(pathOf, smallObjects), close: () => smallObjects.close() };
};

const diskReader = (pathOf: PathOf, smallObjects: SmallObjectReaders): ObjectReader => {
  const closing = new Set<Promise<void>>();
  let kept: KeptFile | undefined;
  const letGo = (): void => {
    if (kept === undefined) return;
    const closed = kept.close().finally(() => closing.delete(closed));
    closing.add(closed);
    kept = undefined;
  };
  const keep = (part: ObjectPart): KeptFile => {
    if (!kept?.isOf(part)) letGo();
    kept ??= keepFile(part, pathOf(part.objectKey));
    return kept;
  };
  return {
    fill: async (parts, into, signal) => {
      signal.throwIfAborted();
      const big = parts.filter(isBig);
      if (big.length === 0) return smallObjects.read(parts, into);
      const small = parts.filter((part) => !isBig(part));
      const fills = big.map((part) => keep(part).fill(part, into, signal));
      if (small.length > 0) fills.push(smallObjects.read(small, into));
      return allOrFirstFailure(fills);
    },
    close: async () => {
      letGo();
      await Promise.all(closing);
    },
  };
};

const isBig = (part: ObjectPart): boolean => part.objectByteSize >= bigObjectByteSize;

// Not Promise.all: nothing may still be writing into the slab when this settles.
const allOrFirstFailure = async (fills: readonly Promise<void>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(fills)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
};
