import { expect, test } from '@jest/globals';
import { hashPassword, isPassword } from './password.ts';

test('when a password is right, then it is taken, composed or decomposed; when it is wrong, then not', async () => {
  const hash = await hashPassword('Schlüssel');
  expect(await isPassword('Schlüssel'.normalize('NFD'), hash)).toBe(true);
  expect(await isPassword('schlüssel', hash)).toBe(false);
  expect(hash).not.toContain('Schl');
});

test('when there is nobody, then no password is right, and the same work was done', async () => {
  expect(await isPassword('Schlüssel', undefined)).toBe(false);
  const started = performance.now();
  const hash = await hashPassword('Schlüssel');
  expect(hash.split('$').slice(0, 4)).toEqual(['', 'argon2id', 'v=19', 'm=19456,p=1,t=3']);
  const hashing = performance.now() - started;
  await isPassword('wrong', undefined);
  expect(performance.now() - started - hashing).toBeGreaterThan(hashing / 10);
});
