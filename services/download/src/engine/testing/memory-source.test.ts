import { createMemorySource } from './memory-source.ts';
import { itIsAnObjectSource } from './object-source-conformance.ts';

itIsAnObjectSource(async () => {
  const contents = new Map<string, Uint8Array>();
  return {
    source: createMemorySource(contents),
    put: async (objectKey, content) => {
      contents.set(objectKey, content);
    },
    close: async () => undefined,
  };
});
