import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDiskSource } from './disk-source.ts';
import { itIsAnObjectSource } from './testing/object-source-conformance.ts';

itIsAnObjectSource(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-source-'));
  const pathOf = (objectKey: string) => path.join(folder, objectKey);
  const source = createDiskSource({ pathOf, readerCount: 2 });
  return {
    source,
    put: (objectKey, content) => writeFile(pathOf(objectKey), content),
    close: async () => {
      await source.close();
      await rm(folder, { recursive: true });
    },
  };
});
