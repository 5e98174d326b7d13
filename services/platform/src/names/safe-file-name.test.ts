import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutText, safeFileName, splitName } from './safe-file-name.ts';

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['/etc/passwd', '_etc_passwd'],
  ['C:\\Windows\\win.ini', 'C__Windows_win.ini'],
  ['what? "a" <b>|c*', 'what_ _a_ _b__c_'],
  ['line\nbreak\u0000.txt', 'line_break_.txt'],
  ['invoice\u202Efdp.exe', 'invoice_fdp.exe'],
  ['lone \uD800 surrogate', 'lone _ surrogate'],
  ['.', 'unnamed'],
  ['..', 'unnamed'],
  ['', 'unnamed'],
  ['  spaced out. . ', 'spaced out'],
  ['.profile', '.profile'],
  ['con', '_con'],
  ['CON .txt', '_CON .txt'],
  ['nul.tar.gz', '_nul.tar.gz'],
  ['com¹', '_com¹'],
  ['console.log', 'console.log'],
  ['u\u0308ber.txt', '\u00fcber.txt'],
  ['👩‍👩‍👧.png', '👩‍👩‍👧.png'],
])('when the name is %j, then it becomes %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test('when the name is too long, then it is cut between code points and keeps its extension', () => {
  const safe = safeFileName(`${'é'.repeat(300)}.jpeg`);
  expect(safe).toBe(`${'é'.repeat(125)}.jpeg`);
  expect(Buffer.byteLength(safe)).toBe(255);
});

test('when the cut would leave a device name, then that is avoided too', () => {
  expect(safeFileName(`con${' '.repeat(300)}x.txt`)).toBe('_con.txt');
  expect(Buffer.byteLength(safeFileName(`con.${'x'.repeat(251)}`))).toBe(255);
});

test('when a name is split, then only a short last part is its extension', () => {
  expect(splitName('a.tar.gz')).toEqual({ stem: 'a.tar', extension: '.gz' });
  expect(splitName('Mr. Smith went home')).toEqual({ stem: 'Mr. Smith went home', extension: '' });
});

test('when a text has a million spaces, then trimming it takes no time to speak of', () => {
  expect(safeFileName(`${' '.repeat(1_000_000)}a${' '.repeat(1_000_000)}`)).toBe('a');
  expect(cutText('a'.repeat(1_000_000), 3)).toBe('aaa');
});

test('whatever the name, then the safe one is safe, short, and its own safe name', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({
      unit: fc.constantFrom('.', ' ', '/', 'a', 'é', '𝄞', '\uD800', '\u0301', 'nul', 'con', '\u202E'),
    }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(anyText, (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[\\/:*?"<>|\p{Control}\p{Bidi_Control}\p{Surrogate}]|^\s|[.\s]$|^$/u);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
      expect(safe.normalize('NFC')).toBe(safe);
      expect(safeFileName(safe)).toBe(safe);
    }),
    { numRuns: 2000 },
  );
});
