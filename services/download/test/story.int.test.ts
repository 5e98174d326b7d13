import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { type Bench, anonymous, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
});
afterAll(() => bench.close());

test('when a download runs through, then it is told as prepared, started and completed, each once', async () => {
  const asset = await bench.asset(mia, 'once.png');
  await bench.service.idle();
  await bench.told();
  const plan = await bench.downloads.prepare({ assetIds: [asset.assetId] }, as(mia));
  const state = async () => bench.downloads.get({ id: plan.id }, as(mia));
  expect(await state()).toMatchObject({ state: 'prepared', bytesSent: 0, byteSize: asset.byteSize });
  await bench.get(plan.url, { method: 'HEAD' });
  expect(await state()).toMatchObject({ state: 'prepared' });
  await bench.get(plan.url);
  await bench.get(plan.url);
  await bench.service.idle();
  expect(await state()).toMatchObject({ state: 'completed', bytesSent: asset.byteSize });
  const events = await bench.told();
  expect(events.map(({ type, data }) => [type, data['version']])).toEqual([
    ['download.prepared.v1', 1],
    ['download.started.v1', 2],
    ['download.completed.v1', 3],
  ]);
  expect(events[2]?.data).toEqual({
    downloadId: plan.id,
    version: 3,
    kind: 'file',
    fileName: 'once.png',
    byteSize: asset.byteSize,
    entryCount: 1,
    assetIds: [asset.assetId],
    shareId: null,
    invitationId: null,
    userId: mia.userId,
    accountId: mia.accountId,
    actorName: mia.name,
  });
  const others = [bench.user(), bench.share(mia, [asset]).guest];
  for (const other of others)
    await expect(bench.downloads.get({ id: plan.id }, as(other))).rejects.toMatchObject({
      code: 'not-found',
    });
  await expect(bench.downloads.get({ id: plan.id }, as(anonymous))).rejects.toMatchObject({
    code: 'not-signed-in',
  });
});

test('when a ticket is at rest, then it is nowhere: neither in a row nor in an event', async () => {
  const asset = await bench.asset(mia, 'secret.png');
  const { url } = await bench.downloads.prepare({ assetIds: [asset.assetId] }, as(mia));
  await bench.get(url);
  await bench.service.idle();
  const ticket = url.slice('/d/'.length);
  const rows = await bench.database.sql.query('SELECT * FROM download');
  expect(JSON.stringify([rows, await bench.told()])).not.toContain(ticket);
});
