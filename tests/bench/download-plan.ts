/**
 * How long planning a download of 20,000 assets takes, over HTTP on a whole system: the first of a process that was just
 * started, and those after it. The processor time is that of the process alone, without its PostgreSQL.
 *
 *   node_modules/.bin/node tests/bench/download-plan.ts [rounds, 3] [plans in each, 5]
 */
import { loadavg } from 'node:os';
import type { DownloadView, SessionView } from '@vitrine/contracts';
import { signedIn } from '../support/api-person.ts';
import { addManyAssets } from '../support/many-assets.ts';
import { startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';
import { cpuSecondsOf } from './download-measure.ts';

const ASSETS = 20_000;
const [rounds = 3, plans = 5] = process.argv.slice(2).map(Number);

for (let round = 1; round <= rounds; round += 1) {
  const vitrine = await startVitrineOn(await temporaryFolder());
  const mia = await signedIn(vitrine.url, 'mia@demo.test');
  const { domains } = await mia.get<SessionView>('/session');
  const assetIds = await addManyAssets(vitrine, domains[0]?.id ?? '', ASSETS);
  const times: number[] = [];
  const cpuMs: number[] = [];
  const cpu = (): number => cpuSecondsOf([vitrine.process.pid ?? 0]) * 1_000;
  for (let plan = 1; plan <= plans; plan += 1) {
    const [startedAt, cpuBefore] = [performance.now(), cpu()];
    const { entryCount } = await mia.post<DownloadView>('/downloads', { assetIds });
    if (entryCount !== ASSETS) throw new Error(`${entryCount} of ${ASSETS} were planned.`);
    times.push(Math.round(performance.now() - startedAt));
    cpuMs.push(Math.round(cpu() - cpuBefore));
  }
  console.log(`${times.join(', ')} ms; CPU ${cpuMs.join(', ')} ms; load ${loadavg()[0]?.toFixed(1)}`);
  await vitrine.discard();
}
