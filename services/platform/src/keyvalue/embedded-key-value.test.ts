import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, jest, test } from '@jest/globals';
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

test('when the file cannot be written as ended entries are removed, then nothing fails by it', async () => {
  jest.useFakeTimers();
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-keyvalue-'));
  const file = path.join(folder, 'keyvalue.db');
  const keyValue = openEmbeddedKeyValue(file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  expect(() => jest.advanceTimersByTime(60_000)).not.toThrow();
  other.close();
  await keyValue.set('key', 'value', { ttlSeconds: 1 });
  expect(await keyValue.get('key')).toBe('value');
  await keyValue.close();
  await rm(folder, { recursive: true });
  jest.useRealTimers();
});
