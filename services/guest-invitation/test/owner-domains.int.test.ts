import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { LENA } from './testing/codes.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const refused = { code: 'assets-not-yours', details: {} };

/** A share of assets of two domains with a guest, its owner, and that person without one of the domains. */
const aShareOfTwoDomains = async () => {
  const [brandId, pressId] = [newId(), newId()];
  const owner = bench.user({ domainIds: [brandId, pressId] });
  const { shareId: id } = bench.shareOf(owner);
  bench.world.domainsOf.set(id, [brandId, pressId]);
  const { invited } = await bench.guests.invite(
    { id, guests: [{ email: LENA }], durationDays: 7 },
    as(owner),
  );
  const left = { ...owner, domainIds: [pressId] };
  return { id, guestId: invited[0]?.id ?? '', owner, left, brandId, pressId };
};

test('when an owner left a domain of the share, then they invite, renew and get a link for nobody, and nothing is sent', async () => {
  const { id, guestId, owner, left } = await aShareOfTwoDomains();
  await bench.sendAll();
  await bench.told();
  expect(await bench.guests.policy({ id }, as(owner))).toMatchObject({ areAssetsYours: true });
  expect(await bench.guests.policy({ id }, as(left))).toMatchObject({ areAssetsYours: false });
  const invite = () =>
    bench.guests.invite({ id, guests: [{ email: 'mia@home.example' }], durationDays: 7 }, as(left));
  await expect(invite()).rejects.toMatchObject(refused);
  await expect(bench.guests.makeLink({ id, guestId }, as(left))).rejects.toMatchObject(refused);
  await bench.expire(guestId);
  const renewal = bench.guests.renew({ id, guestId, durationDays: 1 }, as(left));
  await expect(renewal).rejects.toMatchObject(refused);
  expect(await bench.told()).toEqual([]);
  expect((await bench.guests.list({ id }, as(left))).items).toMatchObject([{ id: guestId }]);
});

test('when an owner left a domain of the share, then who is a guest is sent their invitation again and can be removed', async () => {
  const { id, guestId, left } = await aShareOfTwoDomains();
  await bench.sendAll();
  expect(await bench.guests.resend({ id, guestId }, as(left))).toMatchObject({ id: guestId });
  await bench.guests.remove({ id, guestId }, as(left));
  expect((await bench.guests.list({ id }, as(left))).items).toEqual([]);
});

test('when the assets of that domain are out of the share, or an administrator invites, then guests are invited', async () => {
  const { id, left, brandId, pressId } = await aShareOfTwoDomains();
  const invite = (email: string, who = left) =>
    bench.guests.invite({ id, guests: [{ email }], durationDays: 7 }, as(who));
  const ada = bench.user({ accountId: left.accountId, isAdministrator: true });
  expect((await invite('rita@gallery.example', ada)).invited).toHaveLength(1);
  bench.world.domainsOf.set(id, [pressId]);
  expect((await invite('noor@gallery.example')).invited).toHaveLength(1);
  bench.world.domainsOf.set(id, [pressId, brandId]);
  await expect(invite('ole@gallery.example')).rejects.toMatchObject(refused);
});
