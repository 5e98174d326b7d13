import type { ObjectPart, ObjectSource } from '../source.ts';

/** A source whose objects are in memory; the sum of its open readers can be asked for. */
export const createMemorySource = (contents: ReadonlyMap<string, Uint8Array>) => {
  let openReaders = 0;
  const source: ObjectSource = {
    openReader: () => {
      openReaders += 1;
      return {
        fill: async (parts, into, signal) => {
          signal.throwIfAborted();
          parts.forEach((part) => copyPart(contents, part, into));
        },
        close: async () => {
          openReaders -= 1;
        },
      };
    },
  };
  return { ...source, openReaders: () => openReaders };
};

const copyPart = (contents: ReadonlyMap<string, Uint8Array>, part: ObjectPart, into: Uint8Array): void => {
  const content = contents.get(part.objectKey);
  if (content?.length !== part.objectByteSize)
    throw new Error('The object is not the one that was expected.');
  into.set(content.subarray(part.offset, part.offset + part.length), part.position);
};
