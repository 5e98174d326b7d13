import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { createProgressNotes } from '../src/progress-notes.ts';
import type { RunningDownload } from '../src/running-downloads.ts';
import { writeProgress } from '../src/send-download/progress.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;
let downloadIds: string[];

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
  const { assetId } = await bench.asset(mia, 'one.bin');
  downloadIds = [];
  for (let count = 0; count < 3; count += 1) {
    const { id, url } = await bench.downloads.prepare({ assetIds: [assetId] }, as(mia));
    expect((await bench.get(url, { headers: { range: 'bytes=0-9' } })).status).toBe(206);
    downloadIds.push(id);
  }
  await bench.service.idle();
});
afterAll(() => bench.close());

const sentOf = async (): Promise<unknown[]> => {
  const rows = await bench.database.sql.query<{ id: string; sent: unknown }>(
    'SELECT id, sent_ranges AS sent FROM download',
  );
  const sent = new Map(rows.map((row) => [row.id, row.sent]));
  return downloadIds.map((id) => sent.get(id));
};

test('when many run, then how far they are is written down together, and ranges of one are joined', async () => {
  const [one = '', two = '', three = ''] = downloadIds;
  let transactions = 0;
  const counted: Pick<Bench['database'], 'inTransaction'> = {
    inTransaction: (work) => {
      transactions += 1;
      return bench.database.inTransaction(work);
    },
  };
  await writeProgress(counted, [
    { downloadId: one, sent: [0, 400] },
    { downloadId: two, sent: [0, 300] },
    { downloadId: one, sent: [500, 600] },
    { downloadId: three, sent: [700, 800] },
  ]);
  expect(transactions).toBe(1);
  const joined = [
    [0, 10],
    [700, 800],
  ];
  expect(await sentOf()).toEqual([
    [
      [0, 400],
      [500, 600],
    ],
    [[0, 300]],
    joined,
  ]);
});

test('when somebody else is changing one of them, then the others do not wait for that', async () => {
  const [one = '', two = ''] = downloadIds;
  const before = await sentOf();
  await bench.database.inTransaction(async ({ downloads }) => {
    await downloads.locked(one);
    await writeProgress(bench.database, [{ downloadId: one, sent: [0, 1_000] }]);
    await writeProgress(bench.database, [
      { downloadId: one, sent: [0, 1_000] },
      { downloadId: two, sent: [0, 1_000] },
    ]);
  });
  expect(await sentOf()).toEqual([before[0], [[0, 1_000]], before[2]]);
});

test('when a download was not begun to be sent, then nothing of it is noted, and the others are at once', async () => {
  const noted = Promise.withResolvers<readonly unknown[]>();
  const running = (
    [
      [0, 0],
      [0, 7],
      [5, 9],
    ] as const
  ).map((sent) => ({ sent }) as unknown as RunningDownload);
  const notes = createProgressNotes({
    running: { all: () => running },
    write: async (downloads) => noted.resolve(downloads.map(({ sent }) => sent)),
    log: quietLog,
    everyMs: 1,
  });
  notes.start();
  expect(await noted.promise).toEqual([
    [0, 7],
    [5, 9],
  ]);
  await notes.stop();
});
