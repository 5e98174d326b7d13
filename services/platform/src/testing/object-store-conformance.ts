import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ObjectMissing, type ObjectStore } from '../objects/port.ts';

/** What every object store has to do, whatever keeps its bytes. */
export const objectStoreConformance = (
  name: string,
  open: () => Promise<{ store: ObjectStore; close: () => Promise<void> }>,
): void => {
  describe(`an object store: ${name}`, () => {
    let store: ObjectStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close());

    const put = (key: string, content: string) => store.put(key, Readable.from([Buffer.from(content)]));
    const keysBelow = async (prefix: string) => {
      const keys: string[] = [];
      for await (const key of store.list(prefix)) keys.push(key);
      return keys.sort();
    };

    test('when an object was put, then it is there with its size, whole and in ranges', async () => {
      expect(await put('a/whole', '0123456789')).toMatchObject({ byteSize: 10 });
      expect(await store.stat('a/whole')).toMatchObject({ byteSize: 10 });
      expect((await buffer(await store.get('a/whole'))).toString()).toBe('0123456789');
      expect((await buffer(await store.get('a/whole', { range: { from: 2, to: 4 } }))).toString()).toBe(
        '234',
      );
      expect((await buffer(await store.get('a/whole', { range: { from: 7 } }))).toString()).toBe('789');
    });

    test('when an object is empty, then it is an object all the same', async () => {
      await put('a/empty', '');
      expect(await store.stat('a/empty')).toMatchObject({ byteSize: 0 });
      expect((await buffer(await store.get('a/empty'))).length).toBe(0);
    });

    test('when there is no such object, then getting it fails at once and deleting it does not', async () => {
      await expect(store.get('a/none')).rejects.toBeInstanceOf(ObjectMissing);
      expect(await store.stat('a/none')).toBeNull();
      await store.delete('a/none');
    });

    test('when an object was deleted, then it is gone', async () => {
      await put('a/gone', 'x');
      await store.delete('a/gone');
      expect(await store.stat('a/gone')).toBeNull();
    });

    test('when the stream fails half-way, then nothing is left', async () => {
      const broken = Readable.from(
        (async function* () {
          yield Buffer.alloc(300_000);
          throw new Error('cut');
        })(),
      );
      await expect(store.put('b/broken', broken)).rejects.toThrow('cut');
      expect(await store.stat('b/broken')).toBeNull();
      expect(await keysBelow('b/')).toEqual([]);
    });

    test('when a put is called off, then nothing is left', async () => {
      const controller = new AbortController();
      const endless = Readable.from(
        (async function* () {
          for (let chunk = 0; ; chunk += 1) {
            if (chunk === 5) controller.abort();
            yield Buffer.alloc(100_000);
          }
        })(),
      );
      await expect(store.put('b/endless', endless, { signal: controller.signal })).rejects.toThrow();
      expect(await keysBelow('b/')).toEqual([]);
    });

    test('when objects are listed, then those with the prefix come, and no others', async () => {
      await Promise.all(['c/1', 'c/2', 'c/deep/3', 'd/4'].map((key) => put(key, key)));
      expect(await keysBelow('c/')).toEqual(['c/1', 'c/2', 'c/deep/3']);
      expect(await keysBelow('nothing/')).toEqual([]);
    });

    test('when a key leads out of the store, then it is refused', async () => {
      for (const key of ['../out', 'a/../../out', '/etc/passwd', '', 'a//b', '.hidden'])
        await expect((async () => store.stat(key))()).rejects.toThrow('Not a key');
    });

    test('when an object is large, then its bytes come back as they went in', async () => {
      const content = Buffer.alloc(5_000_000, 'the quick brown fox ');
      await store.put(
        'e/large',
        Readable.from([content.subarray(0, 1_234_567), content.subarray(1_234_567)]),
      );
      expect(content.equals(await buffer(await store.get('e/large')))).toBe(true);
    });
  });
};
