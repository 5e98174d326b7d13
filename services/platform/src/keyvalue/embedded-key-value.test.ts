import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyValueConformance } from '../testing/key-value-conformance.ts';
import { openEmbeddedKeyValue } from './embedded-key-value.ts';

keyValueConformance('a file of this process', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-keyvalue-'));
  const file = path.join(folder, 'keyvalue.db');
  const time = { ms: 1_000_000 };
  const opened = [openEmbeddedKeyValue(file, () => time.ms)];
  return {
    keyValue: opened[0]!,
    passSeconds: async (seconds) => {
      time.ms += seconds * 1_000;
    },
    reopen: async () => {
      const again = openEmbeddedKeyValue(file, () => time.ms);
      opened.push(again);
      return again;
    },
    close: async () => {
      await Promise.all(opened.map((each) => each.close()));
      await rm(folder, { recursive: true });
    },
  };
});
