import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Actor, UserActor } from '@vitrine/contracts';
import { ask } from './testing/ask.ts';
import { type Bench, anonymous, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
});
beforeEach(async () => {
  await bench.service.idle();
  bench.world.down.clear();
  mia = bench.user();
});
afterAll(() => bench.close());

const aPlan = async (through: 'domain' | 'share' | 'guest') => {
  const assets = [await bench.asset(mia, 'a.png'), await bench.asset(mia, 'b.png')];
  const { guest, share, shareId } = bench.share(mia, assets);
  const actor: Actor = through === 'guest' ? guest : mia;
  const request = {
    assetIds: assets.map(({ assetId }) => assetId),
    ...(through === 'domain' ? {} : { shareId }),
  };
  const plan = await bench.downloads.prepare(request, as(actor));
  return { plan, assets, actor, guest, share };
};
const answers = async (url: string, actor: Actor = anonymous) => {
  const [get, head] = [
    await bench.get(url, { as: actor }),
    await bench.get(url, { as: actor, method: 'HEAD' }),
  ];
  expect(head.status).toBe(get.status);
  expect(get.headers['content-disposition'] === undefined).toBe(get.status >= 400);
  return get.code ?? get.status;
};

test('when a ticket is not one, then there is nothing', async () => {
  const { plan } = await aPlan('domain');
  const ticket = plan.url.slice(3);
  const wrong = [
    'x',
    ticket.slice(1),
    `${ticket}A`,
    ticket.replace(/./, (first) => (first === 'A' ? 'B' : 'A')),
  ];
  for (const each of [...wrong, '..%2f..%2fetc', '%20', plan.id])
    expect([each, await answers(`/d/${each}`)]).toEqual([each, 'not-found']);
});

test('when somebody else brings a ticket, then there is nothing; without a session it is served', async () => {
  const ofUser = await aPlan('domain');
  expect(await answers(ofUser.plan.url, bench.user())).toBe('not-found');
  expect(await answers(ofUser.plan.url, ofUser.guest)).toBe('not-found');
  expect(await answers(ofUser.plan.url)).toBe(200);
  const ofGuest = await aPlan('guest');
  expect(await answers(ofGuest.plan.url, mia)).toBe('not-found');
  expect(await answers(ofGuest.plan.url, bench.share(mia, []).guest)).toBe('not-found');
  expect(await answers(ofGuest.plan.url, ofGuest.guest)).toBe(200);
});

/** Lets so much time have passed since it was planned, by the clock of the database. */
const pass = (id: string, hours: number, minutes: number, seconds: number) =>
  bench.database.sql.query(
    `UPDATE download SET start_by = created_at + interval '15 minutes' - passed,
       resumable_until = created_at + interval '24 hours' - passed
     FROM (SELECT make_interval(hours => $2::int, mins => $3::int, secs => $4::float8) AS passed) AS p
     WHERE id = $1`,
    [id, hours, minutes, seconds],
  );

test('when a download is started within 15 minutes, then it is served, and not after', async () => {
  const { plan } = await aPlan('domain');
  await pass(plan.id, 0, 14, 30);
  expect((await bench.get(plan.url, { method: 'HEAD' })).status).toBe(200);
  await pass(plan.id, 0, 15, 1);
  expect(await answers(plan.url)).toBe('not-downloadable');
  // A cache that kept it would go on answering when what was lost has come back.
  expect((await bench.get(plan.url)).headers['cache-control']).toBe('no-store');
  expect(await bench.downloads.get({ id: plan.id }, as(mia))).toMatchObject({ state: 'expired' });
  await pass(plan.id, 0, 14, 30);
  expect(await answers(plan.url)).toBe(200);
});

test('when a download was started, then it is resumed for 24 hours, by another process too, and not after', async () => {
  const another = await bench.startAnother();
  const { plan } = await aPlan('domain');
  const whole = await bench.get(plan.url);
  const rest = async () => {
    const headers = { range: 'bytes=100-', 'if-range': whole.headers.etag ?? '' };
    return ask(`${another.origin}${plan.url}`, { headers: await bench.headersOf(anonymous, headers) });
  };
  await pass(plan.id, 23, 59, 30);
  const { status, body } = await rest();
  expect([status, body.equals(whole.body.subarray(100))]).toEqual([206, true]);
  await pass(plan.id, 24, 0, 1);
  expect((await rest()).code).toBe('not-downloadable');
  expect(await answers(plan.url)).toBe('not-downloadable');
  await another.stop();
});

type Planned = Awaited<ReturnType<typeof aPlan>>;
const revocations: [string, 'domain' | 'share' | 'guest', (planned: Planned) => unknown][] = [
  ['an asset is unavailable', 'domain', ({ assets }) => bench.change(assets[1]!, { reason: 'unavailable' })],
  ['an asset is deleted', 'domain', ({ assets }) => bench.world.assets.delete(assets[1]!.assetId)],
  [
    'the person left the domain',
    'domain',
    () => bench.world.users.set(mia.userId, { ...mia, domainIds: [] }),
  ],
  ['the person was disabled', 'domain', () => bench.world.users.delete(mia.userId)],
  ['an asset may not be shared', 'guest', ({ assets }) => bench.change(assets[0]!, { shareable: false })],
  ['an asset left the share', 'guest', ({ share, assets }) => share.assetIds.delete(assets[0]!.assetId)],
  ['the share is off', 'guest', ({ share }) => (share.isEnabled = false)],
  ['the guest was removed', 'guest', ({ share }) => share.invitations.clear()],
  ['the guest was renewed', 'guest', ({ share, guest }) => share.invitations.set(guest.invitationId, 2)],
  ['an asset left the share', 'share', ({ share, assets }) => share.assetIds.delete(assets[0]!.assetId)],
  [
    'the account has no shares',
    'share',
    () => bench.world.users.set(mia.userId, { ...mia, sharesEnabled: false }),
  ],
  ['the owner left the domain', 'share', () => bench.world.users.set(mia.userId, { ...mia, domainIds: [] })],
  ['the person was disabled', 'share', () => bench.world.users.delete(mia.userId)],
];
test.each(revocations)(
  'when %s, then a plan made before through a %s gives no byte',
  async (_, through, revoke) => {
    const planned = await aPlan(through);
    expect(await answers(planned.plan.url)).toBe(200);
    revoke(planned);
    expect(await answers(planned.plan.url)).toBe('not-downloadable');
    expect(await answers(planned.plan.url, planned.actor)).toBe('not-downloadable');
  },
);

test.each([
  ['asset', 'domain'],
  ['identity', 'domain'],
  ['identity', 'share'],
  ['asset', 'guest'],
  ['share', 'share'],
  ['share', 'guest'],
] as const)(
  'when %s does not answer, then nothing comes through a %s, and later it does',
  async (down, through) => {
    const { plan } = await aPlan(through);
    bench.world.down.add(down);
    expect(await answers(plan.url)).toBe('temporarily-unavailable');
    bench.world.down.clear();
    expect(await answers(plan.url)).toBe(200);
  },
);

test('when it cannot be told what may be had, then nothing is planned', async () => {
  const { plan, guest } = await aPlan('guest');
  const assetIds = plan.included.map(({ assetId }) => assetId);
  await bench.told();
  for (const [down, actor] of [
    ['asset', mia],
    ['asset', guest],
    ['share', guest],
  ] as const) {
    bench.world.down.add(down);
    await expect(bench.downloads.prepare({ assetIds }, as(actor))).rejects.toMatchObject({
      code: 'temporarily-unavailable',
    });
    bench.world.down.clear();
  }
  expect(await bench.told()).toEqual([]);
});
