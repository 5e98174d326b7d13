import { expect, test } from '@jest/globals';
import { inPack, runsOf } from './read-runs.ts';
import type { ObjectPart } from './source.ts';

const part = (objectKey: string, position: number, overrides: Partial<ObjectPart> = {}): ObjectPart => ({
  ...{ objectKey, objectByteSize: 10, offset: 0, length: 10, position, until: 10 },
  ...overrides,
});
/** Objects a, b, c of ten bytes in one pack, d in another; the rest are files. */
const packed = new Map(
  ['a', 'b', 'c'].map((key, index) => [
    key,
    { pack: '/packs/1', packByteSize: 99, offset: 10 * index, byteSize: 10 },
  ]),
).set('d', { pack: '/packs/2', packByteSize: 99, offset: 30, byteSize: 10 });
const runs = (parts: readonly ObjectPart[]) => {
  const { paths, numbers } = runsOf(parts, 1000, {
    pathOf: (key) => `/files/${key}`,
    placeOf: (key) => packed.get(key) ?? null,
  });
  return { paths: paths.split('\0'), numbers: [...numbers] };
};

test('when objects follow each other in a pack, then they are one run', () => {
  expect(runs([part('a', 0), part('b', 50), part('c', 100, { length: 4 })])).toEqual({
    paths: ['/packs/1'],
    numbers: [inPack, 0, 3, ...[10, 1000], ...[10, 1050], ...[4, 1100]],
  });
});

test('when a slab begins within an object, then the run begins there', () => {
  expect(runs([part('b', 0, { offset: 6, length: 4 }), part('c', 20)])).toEqual({
    paths: ['/packs/1'],
    numbers: [inPack, 16, 2, ...[4, 1000], ...[10, 1020]],
  });
});

test('when they are wanted in another order, then they are read at once all the same, each to its place', () => {
  expect(runs([part('c', 0), part('b', 20), part('a', 40)])).toEqual({
    paths: ['/packs/1'],
    numbers: [inPack, 0, 3, ...[10, 1040], ...[10, 1020], ...[10, 1000]],
  });
});

test('when they do not follow each other, lie elsewhere, come twice or are files, then each is a run', () => {
  const keys = ['c', 'a', 'a', 'd', 'e', 'f'];
  expect(runs(keys.map((key, index) => part(key, 20 * index)))).toEqual({
    paths: ['/files/e', '/files/f', '/packs/1', '/packs/1', '/packs/1', '/packs/2'],
    numbers: [
      ...[10, 0, 1, 10, 1080],
      ...[10, 0, 1, 10, 1100],
      ...[inPack, 0, 1, 10, 1020],
      ...[inPack, 0, 1, 10, 1040],
      ...[inPack, 20, 1, 10, 1000],
      ...[inPack, 30, 1, 10, 1060],
    ],
  });
});

test('when an object in a pack has another size than the plan says, then its file is asked for', () => {
  const other = part('b', 0, { objectByteSize: 11, length: 11 });
  expect(runs([part('a', 0), other])).toEqual({
    paths: ['/files/b', '/packs/1'],
    numbers: [...[11, 0, 1, 11, 1000], ...[inPack, 0, 1, 10, 1000]],
  });
});

test('when more follow each other than a system takes at a time, then they are several runs', () => {
  const places = {
    pathOf: String,
    placeOf: (key: string) => ({ pack: 'p', packByteSize: 9_999, offset: Number(key), byteSize: 1 }),
  };
  const many = Array.from({ length: 2_500 }, (_, index) =>
    part(String(index), index, { objectByteSize: 1, length: 1, until: 1 }),
  );
  const { paths, numbers } = runsOf(many, 0, places);
  expect(paths).toBe('p\0p\0p');
  expect([numbers[2], numbers[2003 + 2], numbers[4006 + 2]]).toEqual([1_000, 1_000, 500]);
  expect([numbers[1], numbers[2003 + 1], numbers[4006 + 1]]).toEqual([0, 1_000, 2_000]);
});
