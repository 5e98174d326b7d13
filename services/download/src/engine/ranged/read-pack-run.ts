import type { PackRun } from '../pack-runs.ts';
import { type PartReading, readSteadily } from './read-part.ts';
import type { Tags } from './tags.ts';

/**
 * Reads what follows each other in a pack by one GET, each part to its place.
 * @throws ObjectMissing and ObjectChanged of the pack
 */
export const readPackRun = (
  reading: PartReading,
  { pack, packByteSize, offset, length, parts }: PackRun,
  { into, tags, signal }: { into: Uint8Array; tags: Tags; signal: AbortSignal },
): Promise<void> => {
  const places = parts.values();
  let left: Uint8Array = new Uint8Array(0);
  const room = (): Uint8Array | null => {
    while (left.length === 0) {
      const next = places.next();
      if (next.done === true) return null;
      left = into.subarray(next.value.position, next.value.position + next.value.length);
    }
    return left;
  };
  const onBytes = (byteSize: number): void => {
    left = left.subarray(byteSize);
  };
  const wanted = { objectKey: pack, objectByteSize: packByteSize, offset, length };
  return readSteadily(reading, wanted, { tags, signal, room, onBytes });
};
