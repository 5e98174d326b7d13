import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { databaseOfService } from '@vitrine/platform/database/database-url.ts';
import { openDiskStore } from '@vitrine/platform/objects/disk-store.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { openS3Store } from '@vitrine/platform/objects/s3-store.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { type Commands, openCommands } from './commands.ts';
import { type RealEngines, startRealEngines } from './real-engines.ts';
import { startDistributed } from './running-distributed.ts';
import { startVitrineOn, temporaryFolder } from './running-vitrine.ts';
import type { ServiceName } from './service-process.ts';

/** A running system without anything in it, as its operator sees it. */
export interface OperatedSystem {
  readonly url: string;
  /** `npm run vitrine -- …`, in the environment of the system. */
  readonly run: Commands['run'];
  readonly databaseOf: (service: ServiceName) => string;
  readonly store: ObjectStore;
  /** Null where events go from service to service within the process. */
  readonly brokerUrl: string | null;
  readonly discard: () => Promise<void>;
}

/** Everything in one process, on a data folder. */
export const operateOneProcess = async (): Promise<OperatedSystem> => {
  const vitrine = await startVitrineOn(await temporaryFolder(), { DEMO: '0' });
  const { url, dataDir, discard } = vitrine;
  const runtime = await readFile(path.join(dataDir, 'runtime.json'), 'utf8');
  const { DATABASE_URL } = JSON.parse(runtime) as { DATABASE_URL: string };
  const { run, close } = openCommands({ DATA_DIR: dataDir });
  return {
    url,
    run,
    databaseOf: (service) => databaseOfService(DATABASE_URL, service),
    store: await openDiskStore(path.join(dataDir, 'files')),
    brokerUrl: null,
    discard: async () => {
      await close();
      await discard();
    },
  };
};

/** Each service in a process of its own, on real engines; the command line is told these and has no data folder. */
export const operateProcesses = async (): Promise<OperatedSystem> => {
  const engines = await startRealEngines();
  const { addresses } = engines;
  const system = await startDistributed({ addresses });
  const store = await storeOf(engines);
  const folder = await temporaryFolder();
  await rm(folder, { recursive: true });
  const commands = openCommands({ ...addresses, DATA_DIR: folder });
  return {
    url: system.url,
    run: commands.run,
    databaseOf: (service) => databaseOfService(addresses.DATABASE_URL, service),
    store,
    brokerUrl: addresses.AMQP_URL,
    discard: async () => {
      await commands.close();
      await store.close();
      await system.stop();
      await engines.stop();
    },
  };
};

const storeOf = ({ store: { endpoint, accessKey, secretKey } }: RealEngines) =>
  openS3Store(
    { endpoint, accessKey, secretKey, region: 'us-east-1', bucket: 'vitrine' },
    { log: quietLog, signal: new AbortController().signal },
  );
