import { expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import fc from 'fast-check';
import { BOX_LENGTH_MAX, mailIdIn, returnPathOf } from './return-path.ts';

const settings = { address: 'bounces@acme.example', token: 'a token of more than thirty-two characters' };

test('whatever the id, the mail that returns is the one that was sent, also where a server changed the case', () => {
  fc.assert(
    fc.property(fc.uuid(), (mailId) => {
      const path = returnPathOf(settings, mailId);
      expect(mailIdIn(settings, path)).toBe(mailId);
      expect(mailIdIn(settings, ` ${path.toUpperCase()}\n`)).toBe(mailId);
    }),
  );
});

test('when the box has the longest name, then what stands before the @ is as long as may be', () => {
  const address = `${'b'.repeat(BOX_LENGTH_MAX)}@acme.example`;
  expect(returnPathOf({ ...settings, address }, newId()).indexOf('@')).toBe(64);
});

const path = returnPathOf(settings, newId());
test.each([
  ['the address itself', settings.address],
  ['of another domain', path.replace('acme.example', 'other.example')],
  ['of a domain that ends alike', path.replace('@acme', '@not-acme')],
  ['of another box', path.replace('bounces', 'returns')],
  ['with another tag', path.replace(/\.[0-9a-f]{16}@/, '.0123456789abcdef@')],
  ['without a tag', path.replace(/\.[0-9a-f]{16}@/, '@')],
  ['made with another token', returnPathOf({ ...settings, token: 'another' }, newId())],
  ['empty', ''],
  ['much too long', `bounces+${'0'.repeat(100_000)}@acme.example`],
])('when the address is %s, then it names no mail', (_what, address) => {
  expect(mailIdIn(settings, address)).toBeNull();
});
