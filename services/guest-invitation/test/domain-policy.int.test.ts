import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AccountPolicy, DurationDays, UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { LENA, codesOf } from './testing/codes.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';

let bench: Bench;
let codes: ReturnType<typeof codesOf>;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  codes = codesOf(bench);
});
afterAll(() => bench.close());
beforeEach(() => {
  mia = bench.user({ name: 'Mia Berg' });
});

const invite = (id: string, email: string, durationDays: DurationDays = 7) =>
  bench.guests.invite({ id, guests: [{ email }], durationDays }, as(mia));
/** Makes a share hold assets of a domain of its owner with that policy from now on. */
const put = (shareId: string, policy: Partial<AccountPolicy>): string => {
  const domainId = newId();
  bench.world.policies.set(domainId, policy);
  bench.world.domainsOf.set(shareId, [...(bench.world.domainsOf.get(shareId) ?? []), domainId]);
  mia.domainIds.push(domainId);
  return domainId;
};

test('when a share holds assets of several domains, then the strictest policy of all decides, and of other shares it does not', async () => {
  const { shareId } = bench.shareOf(mia);
  bench.world.policies.set(mia.accountId, { longestDurationDays: 14 });
  put(shareId, { longestDurationDays: 3 });
  put(shareId, { allowedDomains: ['agency.example'] });
  await expect(invite(shareId, LENA, 5)).rejects.toMatchObject({
    code: 'duration-not-allowed',
    details: { longestDurationDays: 3 },
  });
  await expect(invite(shareId, 'rita@gallery.example', 3)).rejects.toMatchObject({
    code: 'invalid-guest',
    details: { guests: [{ reason: 'domain-not-allowed' }] },
  });
  expect((await invite(shareId, LENA, 3)).invited).toHaveLength(1);
  expect((await invite(bench.shareOf(mia).shareId, 'rita@gallery.example', 14)).invited).toHaveLength(1);
  expect(await bench.guests.policy({ id: shareId }, as(mia))).toMatchObject({
    longestDurationDays: 3,
    allowedDomains: ['agency.example'],
    byDomain: ['longestDurationDays', 'allowedDomains'],
  });
});

test('when a domain asks for more later, then renewing and sending again are held to it, and the link goes on', async () => {
  const { shareId: id } = bench.shareOf(mia);
  const guestId = (await invite(id, LENA)).invited[0]?.id ?? '';
  put(id, { externalGuests: false });
  const refused = { code: 'guest-not-allowed', details: { reason: 'external-not-allowed' } };
  await expect(bench.guests.resend({ id, guestId }, as(mia))).rejects.toMatchObject(refused);
  await bench.expire(guestId);
  const renewal = bench.guests.renew({ id, guestId, durationDays: 1 }, as(mia));
  await expect(renewal).rejects.toMatchObject(refused);
});

test('when a domain limits invitations, then that holds for shares with its assets, however they are made', async () => {
  const { shareId } = bench.shareOf(mia);
  const domainId = put(shareId, { invitationsPerHour: 1 });
  await invite(shareId, LENA);
  const reached = { code: 'invitation-limit-reached', details: { invitationsPerHour: 1 } };
  await expect(invite(shareId, 'rita@gallery.example')).rejects.toMatchObject(reached);
  const counted = { userId: mia.userId, accountId: mia.accountId, count: 1 };
  const counting = (domainIds: string[]) =>
    bench.internal.countInvitations({ ...counted, domainIds }, asService);
  await expect(counting([domainId])).rejects.toMatchObject(reached);
  await counting([]);
  await invite(bench.shareOf(mia).shareId, 'rita@gallery.example');
});

test('when a domain asks for a code, then links to what it is in ask for one at once, and nobody opens where that cannot be told', async () => {
  const { share, token } = await codes.aGuest(mia, { codeRequired: false });
  put(share.shareId, { codeRequired: true });
  await expect(codes.open(token)).rejects.toMatchObject({ code: 'code-required' });
  bench.world.isIdentityDown = true;
  await expect(codes.open(token)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  bench.world.isIdentityDown = false;
});

test('when the policy of a share is asked for by whoever does not manage it, then there is no such share', async () => {
  const { shareId } = bench.shareOf(mia);
  const noah = bench.user({ accountId: mia.accountId });
  await expect(bench.guests.policy({ id: shareId }, as(noah))).rejects.toMatchObject({ code: 'not-found' });
});

const FIRST = {
  longestDurationDays: 28 as const,
  externalGuests: true,
  allowedDomains: [],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
};
const notFor = (shareId: string, guestsNamedAt: string | null = null) => {
  const policies = [FIRST, { ...FIRST, externalGuests: false }, { ...FIRST, codeRequired: true }];
  const domains = policies.map((policy) => ({ domainId: newId(), policy }));
  mia.domainIds.push(...domains.map(({ domainId }) => domainId));
  return bench.internal
    .domainsNotForGuests({ shareId, guestsNamedAt, domains }, asService)
    .then(({ domainIds }) => domainIds.map((id) => domains.findIndex(({ domainId }) => domainId === id)));
};

test('when a guest could not be given what is to be added, then its domain is told, for as long as the guest has a link', async () => {
  const { share, guestId, token } = await codes.aGuest(mia, { codeRequired: false });
  const { shareId } = share;
  expect(await notFor(bench.shareOf(mia).shareId)).toEqual([]);
  expect(await notFor(shareId)).toEqual([1]);
  await codes.open(token);
  expect(await notFor(shareId)).toEqual([1, 2]);
  await bench.guests.resend({ id: shareId, guestId }, as(mia));
  expect(await notFor(shareId)).toEqual([1]);
  await bench.expire(guestId);
  expect(await notFor(shareId)).toEqual([]);
  await bench.guests.renew({ id: shareId, guestId, durationDays: 1 }, as(mia));
  expect(await notFor(shareId)).toEqual([1]);
  await bench.guests.remove({ id: shareId, guestId }, as(mia));
  expect(await notFor(shareId)).toEqual([]);
});

test('when a link was opened with a code, then a domain that asks for one is for its guest', async () => {
  const { share, token } = await codes.aGuest(mia);
  const { browser, code } = await codes.asked(token);
  await codes.enter(browser, code);
  expect(await notFor(share.shareId)).toEqual([1]);
});

test('when those named with the share were not heard of, then it is not told, but after a day', async () => {
  const { shareId } = bench.shareOf(mia);
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  await expect(notFor(shareId, ago(1))).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  expect(await notFor(shareId, ago(25))).toEqual([]);
});
