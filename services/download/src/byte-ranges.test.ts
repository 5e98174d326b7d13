import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ByteRange, addRange, byteSizeOf } from './byte-ranges.ts';

const aRange = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, size]): ByteRange => [from, from + size]);

test('whatever ranges are added in whatever order, then exactly their bytes are in, each once', () => {
  fc.assert(
    fc.property(fc.array(aRange), (added) => {
      const ranges = added.reduce<ByteRange[]>(addRange, []);
      const bytes = new Set(
        added.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)),
      );
      expect(byteSizeOf(ranges)).toBe(bytes.size);
      for (const byte of bytes) expect(ranges.some(([from, to]) => from <= byte && byte < to)).toBe(true);
      ranges.slice(1).forEach(([from], index) => expect(from).toBeGreaterThan(ranges[index]![1]));
    }),
  );
});
