import { expect, test } from '@jest/globals';
import type { Actor } from '@vitrine/contracts';
import { SignJWT } from 'jose';
import { createActorStatements } from './actor-statement.ts';

const key = 'k'.repeat(32);
const actor: Actor = { kind: 'service', service: 'share' };

test('when a statement was signed with our key, then it says who acts', async () => {
  const statements = createActorStatements(key);
  expect(await statements.verify(await statements.sign(actor, 'share'), 'share')).toEqual(actor);
});

test('when a statement was signed with another key, then nobody acts', async () => {
  const forged = await createActorStatements('x'.repeat(32)).sign(actor, 'share');
  await expect(createActorStatements(key).verify(forged, 'share')).rejects.toMatchObject({
    code: 'not-signed-in',
  });
});

test('when a statement is missing, unsigned, or too old for another, then nobody acts', async () => {
  const { verify } = createActorStatements(key);
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ actor, iss: 'vitrine' })).toString('base64url')}.`;
  const old = await new SignJWT({ actor })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('vitrine')
    .setAudience('asset')
    .setExpirationTime(Math.floor(Date.now() / 1_000) - 5)
    .sign(new TextEncoder().encode(key));
  for (const statement of [undefined, '', unsigned, old])
    await expect(verify(statement, 'share')).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('when a statement is too old, also one that was verified before, then it cannot be told who acts: clocks may differ', async () => {
  const time = { ms: Date.parse('2027-01-11T09:00:00Z') };
  const { sign, verify } = createActorStatements(key, () => new Date(time.ms));
  const statement = await sign(actor, 'share');
  time.ms += 59_000;
  expect(await verify(statement, 'share')).toEqual(actor);
  expect(await verify(statement, 'share')).toEqual(actor);
  expect(await sign(actor, 'share')).not.toBe(statement);
  time.ms += 1_000;
  await expect(verify(statement, 'share')).rejects.toMatchObject({ code: 'temporarily-unavailable' });
});

test('when two act in the same second, then each has a statement of their own', async () => {
  const { sign, verify } = createActorStatements(key);
  const other: Actor = { kind: 'service', service: 'download' };
  const statements = await Promise.all([actor, other, actor].map((each) => sign(each, 'asset')));
  expect(await Promise.all(statements.map((each) => verify(each, 'asset')))).toEqual([actor, other, actor]);
});

test('when a statement was said to one service, then it counts at no other, before and after it was verified there', async () => {
  const { sign, verify } = createActorStatements(key);
  const caught = await sign(actor, 'activity');
  await expect(verify(caught, 'identity')).rejects.toMatchObject({ code: 'not-signed-in' });
  expect(await verify(caught, 'activity')).toEqual(actor);
  await expect(verify(caught, 'identity')).rejects.toMatchObject({ code: 'not-signed-in' });
  await expect(verify(caught, 'activity,identity')).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('when one says the same to several services in a second, then each has a statement of its own, signed once', async () => {
  const { sign, verify } = createActorStatements(key, () => new Date('2027-01-11T09:00:00Z'));
  const said = await Promise.all(['share', 'asset', 'share'].map((audience) => sign(actor, audience)));
  expect(said[2]).toBe(said[0]);
  expect(said[1]).not.toBe(said[0]);
  expect(await verify(said[1], 'asset')).toEqual(actor);
});

test('when several are named, or nobody by an older version, then it counts for whom it names alone', async () => {
  const { verify } = createActorStatements(key);
  const said = (audience: string[] | undefined) => {
    const token = new SignJWT({ actor }).setProtectedHeader({ alg: 'HS256' }).setIssuer('vitrine');
    if (audience !== undefined) token.setAudience(audience);
    return token.setExpirationTime('1 minute').sign(new TextEncoder().encode(key));
  };
  await expect(verify(await said(['share', 'asset']), 'share')).rejects.toMatchObject({
    code: 'not-signed-in',
  });
  expect(await verify(await said(undefined), 'share')).toEqual(actor);
});

test('when the key is too short, then there are no statements at all', () => {
  expect(() => createActorStatements('short')).toThrow('at least 32 bytes');
});
