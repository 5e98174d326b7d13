import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { FIRST_POLICY } from '../src/policy.ts';
import { AS_SERVICE, anAccountWith, refused } from './testing/administered-account.ts';
import { anActor, runIdentity } from './testing/running-identity.ts';

let identity: Awaited<ReturnType<typeof runIdentity>>;
beforeAll(async () => {
  identity = await runIdentity();
});
afterAll(() => identity.stop());

test('when an administrator changes the policy, then services hear it, and the rest and other accounts stay as they were', async () => {
  const { accountId, ask } = await anAccountWith(identity);
  const other = await anAccountWith(identity);
  expect(await ask({ path: '/policy' })).toEqual({ status: 200, body: FIRST_POLICY });
  const policy = { ...FIRST_POLICY, remindGuests: false };
  const changed = await ask({ method: 'PATCH', path: '/policy', body: { remindGuests: false } });
  expect(changed).toEqual({ status: 200, body: policy });
  expect(await identity.client.policyOf({ accountId }, AS_SERVICE)).toEqual(policy);
  expect(await other.ask({ path: '/policy' })).toMatchObject({ body: FIRST_POLICY });
});

test('when several change different parts at the same time, then none of it is lost', async () => {
  const { accountId, ask } = await anAccountWith(identity);
  const parts = [{ remindGuests: false }, { remindOwners: false }, { reportFailures: false }];
  const answers = await Promise.all(parts.map((body) => ask({ method: 'PATCH', path: '/policy', body })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const expected = { remindGuests: false, remindOwners: false, reportFailures: false };
  expect(await identity.client.policyOf({ accountId }, AS_SERVICE)).toMatchObject(expected);
});

test('when a person who is no administrator asks, then not-allowed; when nobody but a service asks inside, then the same', async () => {
  const { accountId, user } = await anAccountWith(identity);
  const actor = anActor(await user('Noah'));
  for (const method of ['GET', 'PATCH']) {
    const body = method === 'PATCH' ? { body: { remindGuests: false } } : {};
    const answer = await identity.admin(actor, { method, path: '/policy', ...body });
    expect(answer).toMatchObject(refused(403, 'not-allowed'));
  }
  const asked = identity.client.policyOf({ accountId }, { context: { actor } });
  await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
});

test('when an account is unknown, then its policy is that of one that never set any', async () => {
  expect(await identity.client.policyOf({ accountId: newId() }, AS_SERVICE)).toEqual(FIRST_POLICY);
});

test('when domains are none, then they are named and nothing changes; when they are, then whoever invites sees them', async () => {
  const { ask, user } = await anAccountWith(identity);
  const change = (body: object) => ask({ method: 'PATCH', path: '/policy', body });
  const wrong = await change({ longestDurationDays: 3, allowedDomains: ['agency.example', 'nowhere'] });
  expect(wrong).toMatchObject(refused(400, 'invalid-address-domain'));
  expect(wrong.body).toMatchObject({ field: 'allowedDomains', domains: ['nowhere'] });
  expect(await ask({ path: '/policy' })).toMatchObject({ body: FIRST_POLICY });
  await change({ longestDurationDays: 3, allowedDomains: ['Agency.example'] });
  const actor = anActor(await user('Noah'));
  expect(await identity.get('/api/v1/invitation-policy', actor)).toEqual({
    status: 200,
    body: {
      longestDurationDays: 3,
      externalGuests: true,
      allowedDomains: ['agency.example'],
      blockedDomains: [],
      codeRequired: false,
      invitationsPerHour: null,
    },
  });
  expect(await identity.get('/api/v1/invitation-policy', { kind: 'anonymous' })).toMatchObject({
    status: 401,
  });
});

test.each([{ longestDurationDays: 4 }, { externalGuests: 'no' }, { allowedDomains: 'agency.example' }])(
  'when a part is not of its form (%j), then 400 and nothing changes',
  async (body) => {
    const { ask } = await anAccountWith(identity);
    expect((await ask({ method: 'PATCH', path: '/policy', body })).status).toBe(400);
    expect(await ask({ path: '/policy' })).toMatchObject({ body: FIRST_POLICY });
  },
);
