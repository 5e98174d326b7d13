import { expect, test } from '@jest/globals';
import { packEntries, unpackEntries } from './plan-entries.ts';
import { planOf, someFacts } from './testing/builders.ts';

test('when entries are packed and unpacked, then they are the same in the same order', async () => {
  const facts = Array.from({ length: 1_000 }, (_, index) =>
    someFacts({ fileName: `日本 ${index % 7}.png`, byteSize: index }),
  );
  const { entries, manifest } = planOf(facts, { manifest: true });
  const packed = await packEntries({ entries, manifest });
  expect(await unpackEntries(packed)).toEqual({ entries, manifest });
  expect(packed.length).toBeLessThan(100 * entries.length);
});
