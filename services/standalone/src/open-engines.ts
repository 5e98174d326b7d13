import { SUBSCRIPTIONS } from '@vitrine/contracts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import type { Bus, NetworkBus } from '@vitrine/platform/bus/port.ts';
import { openEmbeddedKeyValue } from '@vitrine/platform/keyvalue/embedded-key-value.ts';
import type { KeyValue } from '@vitrine/platform/keyvalue/port.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { openDiskStore } from '@vitrine/platform/objects/disk-store.ts';
import type { LocalObjectStore, NetworkObjectStore } from '@vitrine/platform/objects/port.ts';
import type { StandaloneConfig } from './config.ts';
import type { DataFolder } from './data-folder.ts';

/** How an engine that is not there yet is waited for. */
export interface Waiting {
  log: Log;
  signal: AbortSignal;
  /** Tells the person who started this what is being waited for, every few seconds. */
  saying: <Opened>(name: string, url: string, open: () => Promise<Opened>) => Promise<Opened>;
}

/** The files of this system, and how what holds them is asked and left. */
export interface Objects {
  store: LocalObjectStore | NetworkObjectStore;
  /** For the one process that runs the system on them. */
  takeOver: () => Promise<void>;
  ping: () => Promise<void>;
  close: () => Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/**
 * The adapters are loaded where they are needed only: each costs memory.
 */
export const openBus = async (
  { AMQP_URL: url }: StandaloneConfig,
  { log, signal, saying }: Waiting,
): Promise<Bus & Pick<NetworkBus, 'ping'>> => {
  if (url === undefined) return { ...createInProcessBus(), ping: nothing };
  const { createRabbitmqBus } = await import('@vitrine/platform/bus/rabbitmq-bus.ts');
  return saying('RabbitMQ', url, () => createRabbitmqBus({ url, log, signal, queues: SUBSCRIPTIONS }));
};

export const openKeyValue = async (
  { REDIS_URL: url }: StandaloneConfig,
  folder: DataFolder,
  { log, signal, saying }: Waiting,
): Promise<KeyValue> => {
  if (url === undefined) return openEmbeddedKeyValue(folder.pathTo('keyvalue.db'));
  const { openRedisKeyValue } = await import('@vitrine/platform/keyvalue/redis-key-value.ts');
  return saying('Redis', url, () => openRedisKeyValue({ url, log, signal }));
};

export const openObjects = async (
  config: StandaloneConfig,
  folder: DataFolder,
  { log, signal, saying }: Waiting,
): Promise<Objects> => {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = config;
  if (endpoint === undefined || accessKey === undefined || secretKey === undefined)
    return onDisk(folder, log);
  const { openS3Store } = await import('@vitrine/platform/objects/s3-store.ts');
  const place = { endpoint, accessKey, secretKey, region: config.S3_REGION, bucket: config.S3_BUCKET };
  const store = await saying('the object store', endpoint, () => openS3Store(place, { log, signal }));
  return { store, takeOver: nothing, ping: store.ping, close: store.close };
};

const onDisk = async (folder: DataFolder, log: Log): Promise<Objects> => {
  const store = await openDiskStore(folder.pathTo('files'));
  return { store, takeOver: () => store.takeOver(log), ping: nothing, close: store.close };
};
