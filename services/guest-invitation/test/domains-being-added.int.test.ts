import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AccountPolicy, DurationDays, UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { LENA, codesOf } from './testing/codes.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';
import { ANY_POLICY } from './testing/peers.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  mia = bench.user({ name: 'Mia Berg' });
});

/** A domain of Mia. */
const aDomain = (asksFor: Partial<AccountPolicy>) => {
  const domainId = newId();
  bench.world.policies.set(domainId, asksFor);
  mia.domainIds.push(domainId);
  return { domainId, policy: { ...ANY_POLICY, ...asksFor } };
};
const NO_EXTERNALS = { externalGuests: false };
const externalRefused = {
  code: 'invalid-guest',
  details: { guests: [{ guest: LENA, reason: 'external-not-allowed' }] },
};

/** What share asks before it adds an asset of that domain; what it then holds is not to be seen yet. */
const asksToAdd = async (shareId: string, domain: ReturnType<typeof aDomain>): Promise<boolean> => {
  const question = { shareId, guestsNamedAt: null, domains: [domain] };
  return (await bench.internal.domainsNotForGuests(question, asService)).domainIds.length === 0;
};
const invite = (id: string, durationDays: DurationDays = 7) =>
  bench.guests.invite({ id, guests: [{ email: LENA }], durationDays }, as(mia));

test('when an asset of a stricter domain is being added, then whoever is invited before it is there is held to it', async () => {
  const { shareId } = bench.shareOf(mia);
  expect(await asksToAdd(shareId, aDomain(NO_EXTERNALS))).toBe(true);
  await expect(invite(shareId)).rejects.toMatchObject(externalRefused);
  expect((await invite(bench.shareOf(mia).shareId)).invited).toHaveLength(1);
});

test('when a guest was invited before, then the asset is left out, and its domain holds for nobody', async () => {
  const { shareId } = bench.shareOf(mia);
  await invite(shareId);
  expect(await asksToAdd(shareId, aDomain(NO_EXTERNALS))).toBe(false);
  const rita = { id: shareId, guests: [{ email: 'rita@gallery.example' }], durationDays: 7 as const };
  expect((await bench.guests.invite(rita, as(mia))).invited).toHaveLength(1);
});

test('when a guest is invited and an asset added at once, then never do both come about, nor neither', async () => {
  for (const round of Array.from({ length: 40 }, (_, index) => index)) {
    const { shareId } = bench.shareOf(mia);
    const domain = aDomain(NO_EXTERNALS);
    const invited = () =>
      invite(shareId).then(
        () => true,
        () => false,
      );
    const added = () => asksToAdd(shareId, domain);
    const both = round % 2 === 0 ? [invited(), added()] : [added(), invited()];
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
  }
});

test('when a shorter time is asked for by what is being added, then renewing is held to it', async () => {
  const { shareId: id } = bench.shareOf(mia);
  const guestId = (await invite(id)).invited[0]?.id ?? '';
  await bench.expire(guestId);
  expect(await asksToAdd(id, aDomain({ longestDurationDays: 3 }))).toBe(true);
  const renew = (durationDays: DurationDays) => bench.guests.renew({ id, guestId, durationDays }, as(mia));
  await expect(renew(5)).rejects.toMatchObject({
    code: 'duration-not-allowed',
    details: { longestDurationDays: 3 },
  });
  expect(await renew(3)).toMatchObject({ state: 'active' });
});

test('when what is being added asks for a code, then the link alone opens nothing from then on', async () => {
  const codes = codesOf(bench);
  const { share, token } = await codes.aGuest(mia, { codeRequired: false });
  expect(await asksToAdd(share.shareId, aDomain({ codeRequired: true }))).toBe(true);
  await expect(codes.open(token)).rejects.toMatchObject({ code: 'code-required' });
});

test('when the addition is more than a minute old, then share is believed that does not hold it', async () => {
  const { shareId } = bench.shareOf(mia);
  await asksToAdd(shareId, aDomain(NO_EXTERNALS));
  await bench.database.sql.query(`UPDATE promised_domain SET promised_at = now() - interval '61 seconds'`);
  expect((await invite(shareId)).invited).toHaveLength(1);
});
