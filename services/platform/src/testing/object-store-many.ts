import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect } from '@jest/globals';
import type { StoreUnderTest } from './object-store-conformance.ts';
import { contentOf, keysBelow, putText, type TestOfSuite } from './object-store-steps.ts';

/** S3 lists a thousand at a time: two whole pages, and one that is not. */
const COUNT = 2500;
const AT_A_TIME = 32;

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter(
  (each) => each !== '/',
);
const NAMES = [
  ...ASCII.map((character) => `n${character}n`),
  ...ASCII.filter((character) => character !== '.'),
  'ß é e\u0301 日本 \u202e 😀 👩‍👩‍👧 \u2028 \ufeff \u0130',
  '%2F',
  '%',
  '+ and +',
  'a..b',
  'CON',
  'trailing.',
  '007',
  '1e5',
  'true',
  '&amp;lt;',
];

/** Many objects, large ones, and names of all kinds. */
export const testMany = (test: TestOfSuite, subject: () => StoreUnderTest): void => {
  test('when names have every character, then each is an object of its own and listed as it was put', async () => {
    const { store } = subject();
    await Promise.all(NAMES.map((name) => putText(store, `names/${name}`, name)));
    const keys = NAMES.map((name) => `names/${name}`);
    expect(await keysBelow(store, 'names/')).toEqual([...new Set(keys)].sort());
    expect(await Promise.all(keys.map((key) => contentOf(store, key)))).toEqual(NAMES);
    await Promise.all(keys.map((key) => store.delete(key)));
    expect(await keysBelow(store, 'names/')).toEqual([]);
  });

  test('when a key is no key, then it is refused', async () => {
    const { store } = subject();
    const tooLong = ['x'.repeat(256), 'é'.repeat(50), 'a/'.repeat(600) + 'a'];
    const leadingOut = ['../out', 'a/../../out', '/etc/passwd', 'a/..', '.', '.hidden', 'a/.b'];
    for (const key of [...leadingOut, ...tooLong, '', '/', 'a//b', 'a/', '\ud800'])
      await expect((async () => store.stat(key))()).rejects.toThrow('Not a key');
  });

  test('when there are more objects than a page of a list holds, then all are listed, once each', async () => {
    const { store } = subject();
    const keys = Array.from({ length: COUNT }, (_, index) => `many/${index % 100}/${index}`);
    await eachOf(keys, (key) => putText(store, key, key));
    const listed = await keysBelow(store, 'many/');
    expect(listed).toHaveLength(COUNT);
    expect(listed).toEqual(keys.sort());
    expect(await keysBelow(store, 'many/42/')).toHaveLength(COUNT / 100);
  }, 120_000);

  test('when an object is large, then its bytes come back as they went in', async () => {
    const { store } = subject();
    const content = Buffer.alloc(40_000_000, 'the quick brown fox ');
    const pieces = [content.subarray(0, 1_234_567), content.subarray(1_234_567)];
    expect(await store.put('e/large', Readable.from(pieces))).toMatchObject({ byteSize: content.length });
    expect(await store.stat('e/large')).toMatchObject({ byteSize: content.length });
    expect(content.equals(await buffer(await store.get('e/large')))).toBe(true);
    const range = { from: 16_777_200, to: 33_554_500 };
    const part = await buffer(await store.get('e/large', { range }));
    expect(part.equals(content.subarray(range.from, range.to + 1))).toBe(true);
  });
};

const eachOf = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> => {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
};
