import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import type { StandaloneConfig } from '../config.ts';
import { type DataFolder, lockDataFolder } from '../data-folder.ts';
import { readRuntime } from '../runtime-file.ts';

/** Where the data of the system are that a command is meant for, and who else works on them. */
export interface Place {
  config: StandaloneConfig;
  folder: DataFolder;
  /** Whether other processes run the system, and deliver the events of the command. */
  isRunningElsewhere: boolean;
  leave: () => Promise<void>;
}

const foreignFolder = (dataDir: string): DataFolder => ({
  pathTo: (...names) => path.join(path.resolve(dataDir), ...names),
  unlock: () => undefined,
});

/** Beside others nobody listens to the bus or keeps sessions: what the command changes waits in the outboxes for them. */
const beside = (config: StandaloneConfig): StandaloneConfig => ({
  ...config,
  AMQP_URL: undefined,
  REDIS_URL: undefined,
});

/** A system whose services are processes of their own: known by its engines, and without a data folder. */
const distributed = async (config: StandaloneConfig): Promise<Place> => {
  if (config.S3_ENDPOINT === undefined)
    throw new Refusal('For a system of several processes S3_ENDPOINT has to be set, too, with its keys.');
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-command-'));
  return {
    config: beside(config),
    folder: foreignFolder(folder),
    isRunningElsewhere: true,
    leave: () => rm(folder, { recursive: true, force: true }),
  };
};

const besideRunning = async (config: StandaloneConfig): Promise<Place> => {
  const folder = foreignFolder(config.DATA_DIR);
  const runtime = await readRuntime(folder);
  if (runtime === null)
    throw new Refusal('Vitrine is just starting or stopping on this data folder. Try again in a moment.');
  return {
    config: { ...beside(config), ...runtime },
    folder,
    isRunningElsewhere: true,
    leave: () => Promise.resolve(),
  };
};

/**
 * Finds the system that the environment means: one of several processes by its engines, one that runs on the data
 * folder, or one that does not run and is started for the command.
 */
export const findPlace = async (config: StandaloneConfig): Promise<Place> => {
  const hasEngines = config.DATABASE_URL !== undefined && config.AMQP_URL !== undefined;
  if (hasEngines && !existsSync(config.DATA_DIR)) return distributed(config);
  const folder = await lockDataFolder(config.DATA_DIR);
  if (folder === null) return besideRunning(config);
  return { config, folder, isRunningElsewhere: false, leave: async () => folder.unlock() };
};
