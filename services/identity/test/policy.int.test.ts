import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { FIRST_POLICY, NO_OWN_POLICY } from '../src/policy.ts';
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
  const { ask, accountId } = await anAccountWith(identity);
  const change = (body: object) => ask({ method: 'PATCH', path: '/policy', body });
  const wrong = await change({ longestDurationDays: 3, allowedDomains: ['agency.example', 'nowhere'] });
  expect(wrong).toMatchObject(refused(400, 'invalid-address-domain'));
  expect(wrong.body).toMatchObject({ field: 'allowedDomains', domains: ['nowhere'] });
  expect(await ask({ path: '/policy' })).toMatchObject({ body: FIRST_POLICY });
  await change({ longestDurationDays: 3, allowedDomains: ['Agency.example'] });
  const asked = { accountId, domainIds: [] };
  expect(await identity.client.invitationPolicies(asked, AS_SERVICE)).toEqual({
    account: {
      longestDurationDays: 3,
      externalGuests: true,
      allowedDomains: ['agency.example'],
      blockedDomains: [],
      codeRequired: false,
      linksToCopy: true,
      invitationsPerHour: null,
    },
    domains: [],
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

const invitationsOf = ({
  longestDurationDays,
  externalGuests,
  codeRequired,
  linksToCopy,
  ...rest
}: typeof FIRST_POLICY) => ({
  longestDurationDays,
  externalGuests,
  codeRequired,
  linksToCopy,
  allowedDomains: rest.allowedDomains,
  blockedDomains: rest.blockedDomains,
  invitationsPerHour: rest.invitationsPerHour,
});

test('when a domain asks for more than its account, then services hear the strictest of both, and only of that domain', async () => {
  const { accountId, domain, ask } = await anAccountWith(identity);
  const press = await identity.commands.createDomain({ accountId, name: 'Press' });
  const path = `/domains/${domain.id}/policy`;
  expect(await ask({ path })).toEqual({ status: 200, body: NO_OWN_POLICY });
  const own = { longestDurationDays: 14, allowedDomains: ['Agency.example'], codeRequired: true };
  const changed = { ...NO_OWN_POLICY, ...own, allowedDomains: ['agency.example'] };
  expect(await ask({ method: 'PATCH', path, body: own })).toEqual({ status: 200, body: changed });
  const policies = () =>
    identity.client.invitationPolicies({ accountId, domainIds: [press.id, domain.id, newId()] }, AS_SERVICE);
  const account = invitationsOf(FIRST_POLICY);
  const policy = { ...account, ...own, allowedDomains: ['agency.example'] };
  expect(await policies()).toEqual({ account, domains: [{ domainId: domain.id, policy }] });

  await ask({
    method: 'PATCH',
    path: '/policy',
    body: { longestDurationDays: 3, blockedDomains: ['x.agency.example'] },
  });
  expect((await policies()).domains).toMatchObject([
    { policy: { ...policy, longestDurationDays: 3, blockedDomains: ['x.agency.example'] } },
  ]);
  expect(await ask({ path: '/domains' })).toMatchObject({
    body: {
      items: [
        { name: 'Brand', hasOwnPolicy: true },
        { name: 'Press', hasOwnPolicy: false },
      ],
    },
  });
});

test('when a domain takes back what it asked for, then it has no policy of its own any more', async () => {
  const { accountId, domain, ask } = await anAccountWith(identity);
  const change = (body: object) => ask({ method: 'PATCH', path: `/domains/${domain.id}/policy`, body });
  await Promise.all([change({ longestDurationDays: 3 }), change({ externalGuests: false })]);
  expect(await change({})).toMatchObject({ body: { longestDurationDays: 3, externalGuests: false } });
  await change({ longestDurationDays: null, externalGuests: true });
  const domainIds = [domain.id];
  expect(await identity.client.invitationPolicies({ accountId, domainIds }, AS_SERVICE)).toMatchObject({
    domains: [],
  });
  expect(await change({ blockedDomains: ['nowhere'] })).toMatchObject(refused(400, 'invalid-address-domain'));
});

test('when the domain is of another account, then there is none, and its policy is told to nobody there', async () => {
  const { domain, ask, user } = await anAccountWith(identity);
  const other = await anAccountWith(identity);
  const path = `/domains/${domain.id}/policy`;
  await ask({ method: 'PATCH', path, body: { externalGuests: false } });
  for (const request of [{ path }, { method: 'PATCH', path, body: { externalGuests: true } }])
    expect(await other.ask(request)).toMatchObject(refused(404, 'not-found'));
  const asked = { accountId: other.accountId, domainIds: [domain.id] };
  expect(await identity.client.invitationPolicies(asked, AS_SERVICE)).toMatchObject({ domains: [] });
  const actor = anActor(await user('Noah'));
  expect(await identity.admin(actor, { path })).toMatchObject(refused(403, 'not-allowed'));
  await expect(identity.client.invitationPolicies(asked, { context: { actor } })).rejects.toMatchObject({
    code: 'not-allowed',
  });
});
