import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { signedIn } from './api-person.ts';
import { REAL_ENGINES, type RealEngines, startRealEngines } from './real-engines.ts';
import { type RunningDistributed, startDistributed } from './running-distributed.ts';
import { DEMO_PASSWORD, commandLineWith } from './running-vitrine.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';
import { until } from './until.ts';

const TIMEOUT_MS = 180_000;
/** Who is signed up with the system. */
export const SAM = 'sam@slow.test';
/** One that fits into the buffers of the kernel, so that it is handed over at once, and one that does not. */
export const FILES = [randomBytes(64_000), randomBytes(10_000_000)] as const;

type Settings = Record<string, string>;
export type SystemToEnd = ReturnType<typeof systemToEnd>;

/** For a test file: a system with somebody and two files in it, and processes beside it that a test tells to end. */
export const systemToEnd = () => {
  const state: { engines?: RealEngines; system?: RunningDistributed } = {};
  const assetIds: string[] = [];
  const ends: (() => Promise<void>)[] = [];
  const system = (): RunningDistributed => {
    if (state.system === undefined) throw new Error('The system does not run yet.');
    return state.system;
  };
  const start = async (name: 'download' | 'gateway', settings: Settings): Promise<ServiceProcess> => {
    const process = await startServiceProcess(name, { ...system().environment, ...settings });
    ends.push(async () => {
      if (process.isRunning()) process.signal('SIGKILL');
      await process.ended();
    });
    return process;
  };
  const startBehindLink = async (name: 'download' | 'gateway', settings: Settings) => {
    const process = await start(name, settings);
    const link = await openFaultyLink({ port: process.port });
    void process.ended().then(() => link.cut());
    ends.push(link.close);
    return { process, link, url: `http://127.0.0.1:${link.port}` };
  };

  beforeAll(async () => {
    if (!REAL_ENGINES.met) return;
    state.engines = await startRealEngines();
    state.system = await startDistributed({
      addresses: state.engines.addresses,
      only: ['identity', 'asset', 'share', 'gateway'],
    });
    assetIds.push(...(await settleSam(state.system)));
  }, TIMEOUT_MS);
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  afterAll(async () => {
    await state.system?.stop();
    await state.engines?.stop();
  }, TIMEOUT_MS);

  return {
    system,
    assetIds: assetIds as readonly string[],
    test: (name: string, run: () => Promise<void>) => testWhere(REAL_ENGINES, name, run, TIMEOUT_MS),
    /** Another gateway of the system, on a port that stays its own when it is started again. */
    startGateway: async (settings: Settings): Promise<ServiceProcess> => {
      const gateway = await start('gateway', settings);
      await gateway.ready();
      return gateway;
    },
    /**
     * A gateway and a download service, each behind a link that goes with it, as the network of a container does: what
     * the kernel still had to send is lost then.
     */
    startPair: async (settings: Settings) => {
      const download = await startBehindLink('download', settings);
      const gateway = await startBehindLink('gateway', { ...settings, DOWNLOAD_URL: download.url });
      const both: readonly ServiceProcess[] = [gateway.process, download.process];
      await Promise.all(both.map((process) => process.ready()));
      return { both, gateway };
    },
  };
};

/** Makes Sam, who belongs to a domain with the files, and gives the ids of these. */
const settleSam = async ({ url, environment }: RunningDistributed): Promise<string[]> => {
  const settings = { ...environment, DATA_DIR: 'no-folder-of-its-own' };
  for (const command of [
    ['account', 'create', 'slow'],
    ['domain', 'create', 'slow'],
    ['user', 'create', '--email', SAM, '--password', DEMO_PASSWORD, '--domain', 'slow'],
  ])
    expect(await commandLineWith(settings, ...command)).toMatchObject({ code: 0 });
  const sam = await signedIn(url, SAM);
  const assetIds: string[] = [];
  for (const [index, content] of FILES.entries())
    assetIds.push(
      await until('the file is taken', async () => {
        const { status, body } = await sam.upload({ fileName: `${index}.bin`, content });
        return status === 201 ? String(body['id']) : null;
      }),
    );
  return assetIds;
};
