import { expect, test } from '@jest/globals';
import { as, benchOfFile } from './testing/open-bench.ts';

const bench = benchOfFile();

test('when the policy of the account refuses a guest or the duration, then no share is made, and nothing is told', async () => {
  const mia = await bench.user();
  const assetIds = [bench.asset(mia).assetId];
  bench.world.policies.set(mia.accountId, { longestDurationDays: 3, externalGuests: false });
  const create = (email: string, durationDays: 3 | 5) =>
    bench.shares.create({ title: 'Autumn', assetIds, guests: [{ email }], durationDays }, as(mia));
  await expect(create('lena@agency.example', 5)).rejects.toMatchObject({
    code: 'duration-not-allowed',
    details: { longestDurationDays: 3 },
  });
  await expect(create('lena@agency.example', 3)).rejects.toMatchObject({
    code: 'invalid-guest',
    details: { guests: [{ guest: 'lena@agency.example', reason: 'external-not-allowed' }] },
  });
  expect((await bench.shares.list({}, as(mia))).items).toEqual([]);
  expect(await bench.told()).toEqual([]);
  const noah = await bench.user({ accountId: mia.accountId, email: 'noah@acme.example' });
  expect((await create(noah.email.toUpperCase(), 3)).share.title).toBe('Autumn');
});
