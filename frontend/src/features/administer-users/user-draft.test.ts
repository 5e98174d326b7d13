import { expect, test } from '@jest/globals';
import { emptyDraft, isTooShort, missingIn, passwordOf, withDomain } from './user-draft.ts';

const whole = { ...emptyDraft, name: 'Uma Fox', email: 'uma@acme.test' };

test('when a name, an address or a typed password is wanting, then it is told; a made password never is', () => {
  expect(missingIn(emptyDraft)).toEqual({ name: true, email: true, password: false });
  expect(missingIn(whole)).toEqual({ name: false, email: false, password: false });
  expect(missingIn({ ...whole, name: 'x'.repeat(101), email: 'uma at acme' })).toMatchObject({
    name: true,
    email: true,
  });
  for (const email of ['a@b', 'a@x.test,b@x.test', '<a@x.test>', 'u@x..test', 'ü@x.test'])
    expect(missingIn({ ...whole, email }).email).toBe(true);
  expect(isTooShort({ isMade: false, text: '1234567' })).toBe(true);
  expect(isTooShort({ isMade: false, text: '12345678' })).toBe(false);
});

test('when a password is to be made, then none is sent; when it was typed, then that one, with its spaces', () => {
  expect(passwordOf({ isMade: true, text: 'typed before' })).toEqual({});
  expect(passwordOf({ isMade: false, text: ' typed ' })).toEqual({ password: ' typed ' });
});

test('when a domain is checked and unchecked, then the draft has it once and then not', () => {
  const checked = withDomain(withDomain(whole, 'brand', true), 'brand', true);
  expect(checked.domainIds).toEqual(['brand']);
  expect(withDomain(checked, 'brand', false).domainIds).toEqual([]);
});
