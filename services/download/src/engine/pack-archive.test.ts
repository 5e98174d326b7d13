import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { layOut } from './layout.ts';
import { aStoredFile, anEmptySlab, bytesOf, patterned } from './testing/archives.ts';
import type { StoredFile } from './testing/archives.ts';
import { archiveFile } from './virtual-file.ts';

const archiveOf = (files: readonly StoredFile[]) => {
  const layout = layOut(files.map(({ entry }) => entry));
  const file = archiveFile(layout, String);
  const contentOf = (objectKey: string, offset: number, length: number) =>
    files[Number(objectKey)]!.content.subarray(offset, offset + length);
  return { layout, file, range: (from?: number, to?: number) => bytesOf(file, contentOf, from, to) };
};

const anyFiles = fc
  .array(
    fc.record({ name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), byteSize: fc.nat(300) }),
    {
      maxLength: 8,
    },
  )
  .map((files) => files.map(({ name, byteSize }, index) => aStoredFile(name, patterned(byteSize, index))));

test('whatever the files, then any range equals that slice of the whole', () => {
  fc.assert(
    fc.property(anyFiles, fc.nat(), fc.nat(), (files, one, other) => {
      const { file, range } = archiveOf(files);
      const [from, to] = [one % (file.byteSize + 1), other % (file.byteSize + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      expect(range(from, to).equals(range().subarray(from, to))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('when a range begins or ends within two bytes of a border, then it equals that slice of the whole', () => {
  const { layout, file, range } = archiveOf([
    aStoredFile('empty', ''),
    aStoredFile('one', '1'),
    aStoredFile('ü.bin', patterned(500)),
  ]);
  const whole = range();
  const starts = [
    ...layout.headerStarts,
    ...Array.from(layout.recordStarts, (start) => layout.directory.start + start),
  ];
  const objectStarts = Array.from(
    layout.byteSizes,
    (byteSize, index) => layout.headerStarts[index + 1]! - byteSize,
  );
  const borders = [...starts, ...objectStarts, file.byteSize].flatMap((border) =>
    [-2, -1, 0, 1, 2].map((by) => border + by),
  );
  const places = [...new Set(borders)].filter((place) => place >= 0 && place <= file.byteSize);
  for (const from of places) {
    for (const to of places.filter((place) => place >= from)) {
      expect(range(from, to).equals(whole.subarray(from, to))).toBe(true);
    }
  }
});

test('when a range lies in one object, then nothing else is touched', () => {
  const { layout, file } = archiveOf([aStoredFile('a', patterned(100)), aStoredFile('b', patterned(100))]);
  const start = layout.headerStarts[2]! - 100;
  const slab = anEmptySlab(Buffer.alloc(1000));
  expect(file.pack(start + 10, start + 20, slab)).toBe(start + 20);
  expect(slab.parts).toEqual([
    { objectKey: '1', objectByteSize: 100, offset: 10, length: 10, position: 0, until: 20 },
  ]);
  expect(file.pack(start, start, anEmptySlab(Buffer.alloc(1000)))).toBe(start);
});

test('when slabs are of any size, then what they hold one after the other is the whole', () => {
  fc.assert(
    fc.property(
      anyFiles,
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
      (files, byteSizes) => {
        const { file, range } = archiveOf(files);
        const slabs: Buffer[] = [];
        let position = 0;
        for (let index = 0; position < file.byteSize; index += 1) {
          const slab = anEmptySlab(Buffer.alloc(byteSizes[index % byteSizes.length]!));
          position = file.pack(position, file.byteSize, slab);
          for (const { objectKey, offset, length, position: place } of slab.parts)
            slab.bytes.set(files[Number(objectKey)]!.content.subarray(offset, offset + length), place);
          slabs.push(slab.bytes.subarray(0, slab.byteSize));
        }
        expect(Buffer.concat(slabs).equals(range())).toBe(true);
      },
    ),
  );
});

test('when a big object begins, then so does a slab', () => {
  const { layout, file } = archiveOf([aStoredFile('a', 'small'), aStoredFile('b', patterned(300_000))]);
  const [first, second] = [anEmptySlab(Buffer.alloc(1_000_000)), anEmptySlab(Buffer.alloc(1_000_000))];
  const stoppedAt = file.pack(0, file.byteSize, first);
  expect(stoppedAt).toBe(layout.headerStarts[2]! - 300_000);
  file.pack(stoppedAt, file.byteSize, second);
  expect(second.parts).toMatchObject([{ objectKey: '1', offset: 0, position: 0 }]);
});

test('when a source reads to any place, then a big object lies behind what comes before it', () => {
  const { file } = archiveOf([aStoredFile('a', 'small'), aStoredFile('b', patterned(300_000))]);
  const slab = { ...anEmptySlab(Buffer.alloc(1_000_000)), isBeginForBig: false };
  expect(file.pack(0, file.byteSize, slab)).toBe(file.byteSize);
  expect(slab.parts).toMatchObject([{ objectKey: '0' }, { objectKey: '1', offset: 0, length: 300_000 }]);
});

test('when one looks ahead in steps of any size, then each big object of the range is found once, as it will be packed', () => {
  const files = [300_000, 10, 400_000, 262_144, 262_143, 500_000].map((byteSize, index) =>
    aStoredFile(`${index}`, patterned(byteSize)),
  );
  const { layout, file } = archiveOf(files);
  const middleOfFirst = layout.headerStarts[1]! - 1_000;
  const inLast = layout.headerStarts[6]! - 200_000;
  for (const [from, to, keys] of [
    [0, file.byteSize, ['0', '2', '3', '5']],
    [middleOfFirst, inLast, ['2', '3', '5']],
    [layout.headerStarts[6]!, file.byteSize, []],
  ] as const) {
    for (const step of [1_000, 250_000, 5_000_000]) {
      const found = [];
      for (let at = from; at < to; at += step)
        found.push(...file.bigObjects(at, Math.min(at + step, to), to));
      expect(found.map(({ objectKey }) => objectKey)).toEqual(keys);
      const slab = { ...anEmptySlab(Buffer.alloc(to - from)), isBeginForBig: false };
      file.pack(from, to, slab);
      for (const { objectKey, until } of found)
        expect(slab.parts.find((part) => part.objectKey === objectKey)).toMatchObject({ offset: 0, until });
    }
  }
});

test('when an entry may not begin yet, then packing stops before it and goes on from there', () => {
  const { layout, file } = archiveOf([aStoredFile('a', 'one'), aStoredFile('b', 'two')]);
  const slab = { ...anEmptySlab(Buffer.alloc(1000)), mayBegin: (index: number) => index < 1 };
  expect(file.pack(0, file.byteSize, slab)).toBe(layout.headerStarts[1]);
  slab.mayBegin = () => true;
  expect(file.pack(layout.headerStarts[1]!, file.byteSize, slab)).toBe(file.byteSize);
  expect(slab.byteSize).toBe(file.byteSize);
});
