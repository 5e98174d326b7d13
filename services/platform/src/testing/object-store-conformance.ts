import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import {
  ContentDiffers,
  ObjectChanged,
  ObjectMissing,
  type ObjectStore,
  RangeBeyondObject,
} from '../objects/port.ts';
import { type StoreFaults, testFaults } from './object-store-faults.ts';
import { testMany } from './object-store-many.ts';
import { testStalls } from './object-store-stalls.ts';
import { contentOf, keysBelow, putText } from './object-store-steps.ts';
import { type Requirement, testWhere } from './requires.ts';

/** A store under test, and the ways to it on which it can be disturbed. */
export interface StoreUnderTest {
  store: ObjectStore;
  faults: StoreFaults;
  /** What is kept of uploads that did not end. */
  unfinished: () => Promise<readonly string[]>;
  close: () => Promise<void>;
}

// Ten thousand objects are removed in it.
const HOOK_MS = 120_000;
const ALWAYS: Requirement = { name: 'nothing', met: true };

interface ConformanceOptions {
  requirement?: Requirement;
  canStall?: boolean;
  /** Whether thousands of objects are put and listed, which says no more when another way to one server did so. */
  holdsMany?: boolean;
}

/** What every object store has to do, whatever keeps its bytes. */
export const objectStoreConformance = (
  name: string,
  open: () => Promise<StoreUnderTest>,
  { requirement = ALWAYS, canStall = false, holdsMany = true }: ConformanceOptions = {},
): void => {
  const test = (title: string, run: () => Promise<void>, timeoutMs?: number) =>
    testWhere(requirement, title, run, timeoutMs);
  describe(`an object store: ${name}`, () => {
    let subject: StoreUnderTest;
    beforeAll(async () => {
      if (requirement.met) subject = await open();
    }, HOOK_MS);
    afterAll(async () => {
      if (requirement.met) await subject.close();
    }, HOOK_MS);
    const put = (key: string, content: string) => putText(subject.store, key, content);
    const read = (key: string, options = {}) => contentOf(subject.store, key, options);

    test('when an object was put, then it is there with its size, whole and in ranges', async () => {
      expect(await put('a/whole', '0123456789')).toMatchObject({ byteSize: 10 });
      expect(await subject.store.stat('a/whole')).toMatchObject({ byteSize: 10 });
      expect(await read('a/whole')).toBe('0123456789');
      expect(await read('a/whole', { range: { from: 2, to: 4 } })).toBe('234');
      expect(await read('a/whole', { range: { from: 7 } })).toBe('789');
      expect(await read('a/whole', { range: { from: 9, to: 9 } })).toBe('9');
      expect(await read('a/whole', { range: { from: 8, to: 100 } })).toBe('89');
    });

    test('when a range begins behind the end, then it is refused', async () => {
      await put('a/short', '0123456789');
      await expect(read('a/short', { range: { from: 10 } })).rejects.toBeInstanceOf(RangeBeyondObject);
    });

    test('when an object is empty, then it is an object all the same', async () => {
      await put('a/empty', '');
      expect(await subject.store.stat('a/empty')).toMatchObject({ byteSize: 0 });
      expect(await read('a/empty')).toBe('');
      await expect(read('a/empty', { range: { from: 0 } })).rejects.toBeInstanceOf(RangeBeyondObject);
    });

    test('when an object is the same as before, then a conditional range gives it; when not, none does', async () => {
      const { etag } = await put('a/once', '0123456789');
      expect(await subject.store.stat('a/once')).toMatchObject({ etag });
      expect(await read('a/once', { ifMatch: etag, range: { from: 5 } })).toBe('56789');
      const replaced = await put('a/once', 'abcdefghij');
      expect(replaced.etag).not.toBe(etag);
      await expect(read('a/once', { ifMatch: etag, range: { from: 5 } })).rejects.toBeInstanceOf(
        ObjectChanged,
      );
      await expect(read('a/once', { ifMatch: etag })).rejects.toBeInstanceOf(ObjectChanged);
    });

    test('when size and checksum are as announced, then it is put; when not, then nothing is left', async () => {
      const sha256 = createHash('sha256').update('0123456789').digest('hex');
      const announced = (text: string, expected: object) =>
        subject.store.put('sum/a', Readable.from([Buffer.from(text)]), { expected });
      await expect(announced('0123456780', { sha256 })).rejects.toBeInstanceOf(ContentDiffers);
      await expect(announced('012345678', { byteSize: 10 })).rejects.toBeInstanceOf(ContentDiffers);
      await expect(announced('01234567890', { byteSize: 10 })).rejects.toBeInstanceOf(ContentDiffers);
      expect(await keysBelow(subject.store, 'sum/')).toEqual([]);
      await announced('0123456789', { sha256, byteSize: 10 });
      expect(await keysBelow(subject.store, 'sum/')).toEqual(['sum/a']);
    });

    test('when there is no such object, then getting it fails at once and deleting it does not', async () => {
      await put('a/there/deeper', 'x');
      for (const key of ['a/none', 'a/there', 'a/there/deeper/still']) {
        await expect(read(key)).rejects.toBeInstanceOf(ObjectMissing);
        expect(await subject.store.stat(key)).toBeNull();
        await subject.store.delete(key);
      }
      expect(await read('a/there/deeper')).toBe('x');
    });

    test('when an object was deleted, then it is gone', async () => {
      await put('a/gone', 'x');
      await subject.store.delete('a/gone');
      expect(await subject.store.stat('a/gone')).toBeNull();
    });

    test('when objects are listed, then those with the prefix come, and no others', async () => {
      await Promise.all(['c/1', 'c/2', 'c/deep/3', 'd/4'].map((key) => put(key, key)));
      expect(await keysBelow(subject.store, 'c/')).toEqual(['c/1', 'c/2', 'c/deep/3']);
      expect(await keysBelow(subject.store, 'c/d')).toEqual(['c/deep/3']);
      expect(await keysBelow(subject.store, 'nothing/')).toEqual([]);
    });

    if (holdsMany) testMany(test, () => subject);
    testFaults(test, () => subject);
    if (canStall) testStalls(test, () => subject);
  });
};
