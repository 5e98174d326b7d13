import { expect, test } from '@jest/globals';
import { layOut } from './layout.ts';
import { anEntry } from './testing/archives.ts';

test('when nothing changes, then the tag is the same, strong and quoted', () => {
  const { etag } = layOut([anEntry()]);
  expect(etag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
  expect(layOut([anEntry()]).etag).toBe(etag);
});

test.each([
  ['name', { name: 'b' }],
  ['size', { byteSize: 1 }],
  ['CRC-32', { crc32: 1 }],
  ['time', { modifiedAt: 1 }],
  ['content', { sha256: 'a'.repeat(64) }],
])('when the %s of an entry changes, then so does the tag', (_, overrides) => {
  expect(layOut([anEntry(overrides)]).etag).not.toBe(layOut([anEntry()]).etag);
});

test('when the order of entries changes, then so does the tag', () => {
  const [a, b] = [anEntry({ name: 'a' }), anEntry({ name: 'b' })];
  expect(layOut([a, b]).etag).not.toBe(layOut([b, a]).etag);
});

test.each([
  [{ byteSize: -1 }],
  [{ byteSize: 1.5 }],
  [{ byteSize: 2 ** 53 }],
  [{ crc32: -1 }],
  [{ crc32: 2 ** 32 }],
  [{ crc32: Number.NaN }],
  [{ modifiedAt: Number.NaN }],
  [{ sha256: 'ABC' }],
  [{ name: '' }],
  [{ name: 'x'.repeat(65_536) }],
  [{ name: '\uD800' }],
])('when an entry has %j, then there is no layout', (overrides) => {
  expect(() => layOut([anEntry(overrides)])).toThrow(RangeError);
});

test('when the archive could not be counted, then there is no layout', () => {
  const entries = [anEntry({ byteSize: 2 ** 52 }), anEntry({ byteSize: 2 ** 52 })];
  expect(() => layOut(entries)).toThrow(RangeError);
});

test('when an archive is empty, then it is its end record', () => {
  expect(layOut([]).byteSize).toBe(22);
});

test('when a layout is kept, then it holds its own bytes and no pool of others', () => {
  const layout = layOut([anEntry({ name: 'Würzburg.jpg' })]);
  expect(layout.names.buffer.byteLength).toBe(Buffer.byteLength('Würzburg.jpg'));
});

test('when an archive has 20,000 entries, then its layout takes little time', () => {
  const entries = Array.from({ length: 20_000 }, (_, index) =>
    anEntry({ name: `file ${index}`, byteSize: index }),
  );
  const startedAt = performance.now();
  layOut(entries);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
