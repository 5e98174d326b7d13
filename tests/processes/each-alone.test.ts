import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { databaseOfService } from '@vitrine/platform/database/database-url.ts';
import { runSql } from '@vitrine/platform/testing/run-sql.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { REAL_ENGINES, type RealEngines, startRealEngines } from '../support/real-engines.ts';
import {
  type ProcessName,
  SERVICES,
  type ServiceProcess,
  startServiceProcess,
} from '../support/service-process.ts';
import { watchedMetrics } from '../support/watched-metrics.ts';

const TIMEOUT_MS = 120_000;
const SETTINGS = {
  ACTOR_KEY: 'the-key-of-a-system-for-tests-only',
  PUBLIC_URL: 'http://portal.example',
  WITHDRAW_SECONDS: '0',
};
const ENGINES_OF: Record<ProcessName, string[]> = {
  identity: ['bus', 'database'],
  asset: ['bus', 'database', 'store'],
  share: ['bus', 'database'],
  'guest-invitation': ['bus', 'database'],
  download: ['bus', 'database', 'store'],
  activity: ['bus', 'database'],
  gateway: ['bus', 'keyvalue'],
};

let engines: RealEngines;
/** The metrics of all processes that ran. */
const told = new Set<string>();
const started: ServiceProcess[] = [];
const start = async (name: ProcessName, settings: Record<string, string> = {}): Promise<ServiceProcess> => {
  const process = await startServiceProcess(name, { ...engines.addresses, ...SETTINGS, ...settings });
  started.push(process);
  return process;
};

beforeAll(async () => {
  if (REAL_ENGINES.met) engines = await startRealEngines();
}, TIMEOUT_MS);
afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.stop()));
});
afterAll(async () => {
  if (REAL_ENGINES.met) await engines.stop();
});

const secretsIn = (addresses: Record<string, string>): string[] =>
  [
    addresses['S3_SECRET_KEY'] ?? '',
    new URL(addresses['DATABASE_URL'] ?? '').password,
    SETTINGS.ACTOR_KEY,
  ].filter(Boolean);

const migrationsOf = (name: ProcessName): Promise<{ migration_name: string }[]> =>
  runSql(
    databaseOfService(engines.database.url(), name),
    `SELECT migration_name FROM public._prisma_migrations
     UNION ALL SELECT migration_name FROM platform._platform_migrations`,
  );

for (const name of [...SERVICES, 'gateway'] as const)
  testWhere(
    REAL_ENGINES,
    `when two of ${name} start at once on an empty database, then both get ready, with what they need and nothing else`,
    async () => {
      const both = await Promise.all([start(name), start(name)]);
      for (const process of both) {
        await process.ready();
        const { body } = (await process.readiness()) ?? {};
        expect(body).toMatchObject({ status: 'ready', phase: 'serving' });
        expect(Object.keys(body?.['engines'] ?? {}).sort()).toEqual(ENGINES_OF[name]);
        expect((await fetch(`${process.operationsUrl}/livez`)).status).toBe(200);
        const metrics = await (await fetch(`${process.operationsUrl}/metrics`)).text();
        expect(metrics).toContain('engine_up{');
        for (const [, metric = ''] of metrics.matchAll(/^# TYPE (\S+)/gm)) told.add(metric);
        expect((await fetch(process.url)).status).toBeGreaterThanOrEqual(200);
        const text = JSON.stringify(process.lines());
        for (const secret of secretsIn(engines.addresses)) expect(text).not.toContain(secret);
        expect(process.lines()[0]).toMatchObject({ msg: 'starting', connectsTo: expect.anything() });
      }
      if (name !== 'gateway') {
        const names = (await migrationsOf(name)).map(({ migration_name }) => migration_name);
        expect(names.length).toBeGreaterThan(1);
        expect(new Set(names).size).toBe(names.length);
      }
      for (const process of both) process.signal('SIGTERM');
      expect(await Promise.all(both.map((process) => process.ended()))).toEqual([0, 0]);
    },
    TIMEOUT_MS,
  );

// After all of them have told theirs.
testWhere(
  REAL_ENGINES,
  'when alerts and dashboard look at a metric, then some process tells it',
  async () => {
    const isTold = (metric: string) =>
      told.has(metric) || told.has(metric.replace(/_(bucket|count|sum)$/, ''));
    expect(watchedMetrics().filter((metric) => !isTold(metric))).toEqual([]);
  },
);
