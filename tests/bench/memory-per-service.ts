/**
 * What memory each process of the distributed shape takes at rest after a first start: its share (PSS) and all it
 * touches (RSS). Linux, on real engines.
 *
 *   node_modules/.bin/node tests/bench/memory-per-service.ts [seconds of rest, 30]
 */
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { startRealEngines } from '../support/real-engines.ts';
import { startDistributed } from '../support/running-distributed.ts';

const megabytesOf = async (pid: number, kind: 'Pss' | 'Rss'): Promise<string> => {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = Number(new RegExp(`^${kind}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]);
  return `${(kilobytes / 1_000).toFixed(0)} MB`;
};

const [restSeconds = 30] = process.argv.slice(2).map(Number);
const engines = await startRealEngines();
const system = await startDistributed({ addresses: engines.addresses });
await pause(restSeconds * 1_000);
console.log(`Node ${process.version}, at rest after ${restSeconds} s, load ${loadavg()[0]?.toFixed(1)}`);
for (const each of system.processes) {
  const pid = each.pid();
  console.log(
    `${each.name.padEnd(18)} PSS ${await megabytesOf(pid, 'Pss')}, RSS ${await megabytesOf(pid, 'Rss')}`,
  );
}
await system.stop();
await engines.stop();
