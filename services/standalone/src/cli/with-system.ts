import { readConfig } from '@vitrine/platform/config/read-config.ts';
import { createLog } from '@vitrine/platform/log/log.ts';
import { StandaloneConfig } from '../config.ts';
import { openEngines } from '../engines.ts';
import { readSecrets } from '../kept-secrets.ts';
import { type System, buildSystem } from '../system.ts';
import { waitingAloud } from '../waiting-aloud.ts';
import { findPlace } from './find-place.ts';

/** The system as a command of the command line finds it. */
export interface SystemAtHand {
  system: System;
  /** Whether it runs in another process, which then delivers the events and draws the pictures. */
  isRunningElsewhere: boolean;
}

/**
 * Runs a command on the system that the environment means: beside the processes that run it, or, where none does, on
 * one that is started for as long as the command takes.
 */
export const withSystem = async (
  environment: NodeJS.ProcessEnv,
  work: (at: SystemAtHand) => Promise<void>,
): Promise<void> => {
  const place = await findPlace(readConfig(StandaloneConfig, environment));
  const { config, folder, isRunningElsewhere } = place;
  const log = createLog({
    service: 'command-line',
    level: config.LOG_LEVEL,
    destination: folder.pathTo('command-line.log'),
  });
  try {
    const waiting = waitingAloud(log, (line) => console.error(line));
    const engines = await openEngines(config, folder, await readSecrets(folder), waiting);
    try {
      const system = await buildSystem({ config, folder, engines, log });
      if (!isRunningElsewhere) await system.start();
      await work({ system, isRunningElsewhere });
      if (!isRunningElsewhere) {
        await system.settled();
        await system.stop();
      }
    } finally {
      await engines.close();
    }
  } finally {
    await place.leave();
  }
};
