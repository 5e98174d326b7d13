/**
 * For how long one client's requests keep the main thread from everybody else: turns of the event loop by the processor
 * time that they take, on a whole system as `npm start` ships it with 20,000 assets (promise 19).
 *
 *   node_modules/.bin/node tests/bench/turn-lengths.ts [part of a name]
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SessionView } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { addManyAssets } from '../support/many-assets.ts';
import { type RunningVitrine, startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';
import { markdown } from './download-measure.ts';

const requestsOf = (mia: ApiPerson, ids: readonly string[], domainId: string) => {
  const unknown = Array.from({ length: 100_001 }, () => newId());
  const content = randomBytes(25_000_000);
  return {
    'plans of 20,000': () => mia.request('POST', '/downloads', { assetIds: ids }),
    'plans of 100,001, refused': () => mia.request('POST', '/downloads', { assetIds: unknown }),
    'selections of 20,000': () => mia.request('POST', '/shares/check', { assetIds: ids }),
    'outlines of 20,000': () => mia.request('GET', '/assets/outline'),
    'shares of 20,000': () => mia.request('POST', '/shares', { title: 'Many', assetIds: ids }),
    'titles of 1 MB, refused': () => mia.request('POST', '/shares', { title: 'x'.repeat(1_000_000) }),
    'uploads of 25 MB, four at once': () =>
      Promise.all([1, 2, 3, 4].map(() => mia.upload({ fileName: `${newId()}.bin`, content, domainId }))),
  };
};

/** Asks again and again while the process watches itself. */
const watched = async (vitrine: RunningVitrine, ask: () => Promise<unknown>): Promise<string[]> => {
  await ask();
  const before = vitrine.printed().length;
  const report = () => /TURNS (.*)/.exec(vitrine.printed().slice(before))?.[1];
  vitrine.process.kill('SIGUSR2');
  let asked = 0;
  for (; report() === undefined; asked += 1) await ask();
  const { counts, longest } = JSON.parse(report() ?? '') as { counts: number[]; longest: number };
  return [`${asked}`, ...counts.map(String), `${longest.toFixed(0)} ms`];
};

const vitrine = await startVitrineOn(await temporaryFolder(), {
  NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'turn-lengths-watch.ts')}`,
});
try {
  const mia = await signedIn(vitrine.url, 'mia@demo.test');
  const { domains } = await mia.get<SessionView>('/session');
  const domainId = domains[0]?.id ?? '';
  const ids = await addManyAssets(vitrine, domainId, 20_000);
  await pause(2_000);
  const rows: string[][] = [];
  for (const [name, ask] of Object.entries(requestsOf(mia, ids, domainId)))
    if (name.includes(process.argv[2] ?? '')) rows.push([name, ...(await watched(vitrine, ask))]);
  console.log(
    markdown(['in 8 s', 'requests', '> 2 ms', '> 5 ms', '> 10 ms', '> 20 ms', '> 50 ms', 'longest'], rows),
  );
} finally {
  await vitrine.discard();
}
