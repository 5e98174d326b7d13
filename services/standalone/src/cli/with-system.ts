import path from 'node:path';
import { createLog } from '@vitrine/platform/log/log.ts';
import { readConfig } from '@vitrine/platform/config/read-config.ts';
import { StandaloneConfig } from '../config.ts';
import { type DataFolder, lockDataFolder } from '../data-folder.ts';
import { openEngines } from '../engines.ts';
import { readSecrets } from '../kept-secrets.ts';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import { readRuntime } from '../runtime-file.ts';
import { type System, buildSystem } from '../system.ts';

/** The system as a command of the command line finds it. */
export interface SystemAtHand {
  system: System;
  /** Whether it runs in another process, which then delivers the events and draws the pictures. */
  isRunningElsewhere: boolean;
}

const foreignFolder = (dataDir: string): DataFolder => ({
  pathTo: (...names) => path.join(path.resolve(dataDir), ...names),
  unlock: () => undefined,
});

const serverOf = async (folder: DataFolder, config: StandaloneConfig): Promise<StandaloneConfig> => {
  const runtime = await readRuntime(folder);
  if (runtime === null)
    throw new Refusal('Vitrine is just starting or stopping on this data folder. Try again in a moment.');
  return { ...config, DATABASE_URL: runtime.serverUrl };
};

/**
 * Runs a command on the system of the data folder: beside the process that runs on it, or, where none does, on one
 * that is started for as long as the command takes.
 */
export const withSystem = async (
  environment: NodeJS.ProcessEnv,
  work: (at: SystemAtHand) => Promise<void>,
): Promise<void> => {
  const config = readConfig(StandaloneConfig, environment);
  const locked = await lockDataFolder(config.DATA_DIR);
  const folder = locked ?? foreignFolder(config.DATA_DIR);
  const log = createLog({
    service: 'command-line',
    level: config.LOG_LEVEL,
    destination: folder.pathTo('command-line.log'),
  });
  const own = locked === null ? await serverOf(folder, config) : config;
  const engines = await openEngines(own, folder, await readSecrets(folder), log);
  try {
    const system = await buildSystem({ config: own, folder, engines, log });
    if (locked !== null) await system.start();
    await work({ system, isRunningElsewhere: locked === null });
    if (locked !== null) {
      await system.settled();
      await system.stop();
    }
  } finally {
    await engines.close();
    folder.unlock();
  }
};
