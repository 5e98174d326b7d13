import { expect, test } from '@jest/globals';
import { HASH_OF_NOBODY, hashPassword, isPassword } from './password.ts';

test('when a password is right, then it is taken, composed or decomposed; when it is wrong, then not', async () => {
  const hash = await hashPassword('Schlüssel');
  expect(await isPassword('Schlüssel'.normalize('NFD'), hash)).toBe(true);
  expect(await isPassword('schlüssel', hash)).toBe(false);
  expect(hash).not.toContain('Schl');
});

test('when there is nobody, then no password is right, and as much work is done as for somebody', async () => {
  expect(await isPassword('Schlüssel', undefined)).toBe(false);
  const workOf = (hash: string) => hash.split('$').slice(0, 4);
  expect(workOf(HASH_OF_NOBODY)).toEqual(workOf(await hashPassword('Schlüssel')));
  expect(workOf(HASH_OF_NOBODY)).toEqual(['', 'argon2id', 'v=19', 'm=19456,p=1,t=3']);
});
