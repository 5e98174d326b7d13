import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entryNames } from './entry-names.ts';

const named = (...fileNames: string[]) => entryNames(fileNames.map((fileName) => ({ fileName })));
const fold = (name: string) => name.toUpperCase().toLowerCase().normalize('NFC');

test('when two files share a name, then the later one gets a number before its extension', () => {
  expect(named('a.txt', 'a.txt', 'A.TXT')).toEqual(['a.txt', 'a (2).txt', 'A (3).TXT']);
});

test('when a number would collide with a file that has that name, then the next one is taken', () => {
  expect(named('a.txt', 'a.txt', 'a (2).txt')).toEqual(['a.txt', 'a (3).txt', 'a (2).txt']);
});

test('when names differ only after they are made safe, then they are told apart', () => {
  expect(named('a/', 'a', 'a:', 'a_')).toEqual(['a_', 'a', 'a_ (2)', 'a_ (3)']);
  expect(named('straße', 'STRASSE', 'é', 'e\u0301')).toEqual(['straße', 'STRASSE (2)', 'é', 'é (2)']);
});

test('when long names meet only after the cut, then each still fits and keeps its extension', () => {
  const names = named(`${'x'.repeat(300)}1.jpg`, `${'x'.repeat(300)}2.jpg`);
  expect(names[1]).toBe(`${'x'.repeat(241)} (2).jpg`);
  expect(names.map((name) => Buffer.byteLength(name))).toEqual([255, 249]);
});

test('when 70,000 long names were made to collide, then naming them stays linear', () => {
  const names = Array.from({ length: 70_000 }, (_, index) => {
    const letters = (index >> 1).toString(36).padStart(4, '0');
    return { fileName: `${'x'.repeat(245)}${letters}.jpg` };
  });
  expect(new Set(entryNames(names)).size).toBe(70_000);
});

test('whatever the names, then all are unique without regard to case, short, and the same again', () => {
  const aName = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'A', 'ß', 'SS', '.', ' ', '(2)', ' (2)', '/', 'Σ', 'ς') }),
    fc.string({ unit: fc.constantFrom('xxxxxxxxxxxxxxxx', '.jpg', 'é'), minLength: 12, maxLength: 24 }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(aName, { maxLength: 40 }), (fileNames) => {
      const names = named(...fileNames);
      expect(new Set(names.map(fold)).size).toBe(fileNames.length);
      expect(Math.max(0, ...names.map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(255);
      expect(named(...fileNames)).toEqual(names);
    }),
    { numRuns: 500 },
  );
});
