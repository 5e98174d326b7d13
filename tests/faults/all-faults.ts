import { setTimeout as pause } from 'node:timers/promises';
import type { FaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import type { RunningDistributed } from '../support/running-distributed.ts';
import type { ServiceProcess } from '../support/service-process.ts';
import type { Fault } from './chaos.ts';
import type { FragileEngines } from './engines.ts';

/** How long a thing that was killed stays away. */
const AWAY_MS = 500;

/** Everything that can happen to a system on these engines. */
export const allFaults = (system: RunningDistributed, { real, links }: FragileEngines): Fault[] => [
  ...system.processes.map(killed),
  ...system.of('share').map(endedInOrder),
  restarted('the broker', real.broker),
  restarted('the database', real.database),
  restarted('Redis', real.keyValue),
  cut('to the broker', links.broker),
  cut('to the database', links.database),
  cut('to the mail server', links.mail),
  weather('stalls', 'to the broker', links.broker, 8_000, (link) => link.stall()),
  weather('stalls', 'to the database', links.database, 4_000, (link) => link.stall()),
  weather('stalls', 'to Redis', links.redis, 2_000, (link) => link.stall()),
  weather('drops what comes back', 'from the broker', links.broker, 4_000, (link) =>
    link.dropOneWay('toClient'),
  ),
  weather('drops what is sent', 'to the broker', links.broker, 4_000, (link) => link.dropOneWay('toServer')),
  weather('crawls', 'to the database', links.database, 2_000, (link) => link.throttle(20_000)),
];

const killed = (process: ServiceProcess): Fault => ({
  name: `kill -9 ${process.name}`,
  strike: async () => {
    process.signal('SIGKILL');
    await process.ended();
    await pause(AWAY_MS);
    process.start();
  },
});

const endedInOrder = (process: ServiceProcess): Fault => ({
  name: `${process.name} is ended in order and started`,
  strike: async () => {
    process.signal('SIGTERM');
    await process.ended();
    process.start();
  },
});

const restarted = (
  name: string,
  engine: { readonly kill: () => Promise<void>; readonly start: () => Promise<void> },
): Fault => ({
  name: `kill -9 ${name}`,
  strike: async () => {
    await engine.kill();
    await pause(AWAY_MS);
    await engine.start();
  },
});

const cut = (where: string, link: FaultyLink): Fault =>
  weather('is cut', where, link, 1_000, (each) => each.cut());

const weather = (
  what: string,
  where: string,
  link: FaultyLink,
  lastsMs: number,
  begin: (link: FaultyLink) => void,
): Fault => ({
  name: `the link ${where} ${what}`,
  strike: async () => {
    begin(link);
    await pause(lastsMs);
    link.heal();
  },
});
