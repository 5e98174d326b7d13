import { expect, test } from '@jest/globals';
import type { Actor } from '@vitrine/contracts';
import { SignJWT } from 'jose';
import { createActorStatements } from './actor-statement.ts';

const key = 'k'.repeat(32);
const actor: Actor = { kind: 'service', service: 'share' };

test('when a statement was signed with our key, then it says who acts', async () => {
  const statements = createActorStatements(key);
  expect(await statements.verify(await statements.sign(actor))).toEqual(actor);
});

test('when a statement was signed with another key, then nobody acts', async () => {
  const forged = await createActorStatements('x'.repeat(32)).sign(actor);
  await expect(createActorStatements(key).verify(forged)).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('when a statement is missing, unsigned or too old, then nobody acts', async () => {
  const { verify } = createActorStatements(key);
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ actor, iss: 'vitrine' })).toString('base64url')}.`;
  const old = await new SignJWT({ actor })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('vitrine')
    .setExpirationTime(Math.floor(Date.now() / 1_000) - 5)
    .sign(new TextEncoder().encode(key));
  for (const statement of [undefined, '', unsigned, old])
    await expect(verify(statement)).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('when a statement that was verified before is too old, then nobody acts any more', async () => {
  const time = { ms: Date.parse('2027-01-11T09:00:00Z') };
  const { sign, verify } = createActorStatements(key, () => new Date(time.ms));
  const statement = await sign(actor);
  time.ms += 59_000;
  expect(await verify(statement)).toEqual(actor);
  expect(await verify(statement)).toEqual(actor);
  expect(await sign(actor)).not.toBe(statement);
  time.ms += 1_000;
  await expect(verify(statement)).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('when two act in the same second, then each has a statement of their own', async () => {
  const { sign, verify } = createActorStatements(key);
  const other: Actor = { kind: 'service', service: 'download' };
  const statements = await Promise.all([sign(actor), sign(other), sign(actor)]);
  expect(await Promise.all(statements.map(verify))).toEqual([actor, other, actor]);
});

test('when the key is too short, then there are no statements at all', () => {
  expect(() => createActorStatements('short')).toThrow('at least 32 bytes');
});
