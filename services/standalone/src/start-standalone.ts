import path from 'node:path';
import { createAuditQueue } from '@vitrine/gateway/audit/audit-queue.ts';
import { assertPortIsFree, listenOrRefuse } from '@vitrine/platform/http/listen-or-refuse.ts';
import { type Log, createLog } from '@vitrine/platform/log/log.ts';
import { type ShutdownStep, stopInOrder } from '@vitrine/platform/shutdown/on-shutdown.ts';
import { type StandaloneConfig, publicUrlOf } from './config.ts';
import { type DataFolder, lockDataFolder } from './data-folder.ts';
import { type Demo, demoDrawing, prepareDemo } from './demo/prepare-demo.ts';
import { openEngines } from './engines.ts';
import { readSecrets } from './kept-secrets.ts';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import { buildSystem } from './system.ts';
import { createFrontDoor, hearEvents } from './front-door.ts';
import { keepRuntime, removeRuntime } from './runtime-file.ts';
import { waitingAloud } from './waiting-aloud.ts';

/** The whole system, running in this process. */
export interface Standalone {
  url: string;
  dataDir: string;
  startedInMs: number;
  /** Null where there is no demo in this data folder. */
  demo: Demo | null;
  log: Log;
  /** What ends it, in order. */
  stopSteps: ShutdownStep[];
}

const DRAIN_MS = 1_000;

const lockOrRefuse = async (dataDir: string): Promise<DataFolder> => {
  const folder = await lockDataFolder(dataDir);
  if (folder !== null) return folder;
  throw new Refusal(
    `Another Vitrine is running on the data folder ${path.resolve(dataDir)}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
  );
};

/**
 * Starts everything in this process: engines, services, the demo where the database is empty, and last the door, so
 * that whoever comes in finds all of it.
 * @throws Refusal with a sentence where something stands in the way
 */
export const startStandalone = async (
  config: StandaloneConfig,
  print: (line: string) => void,
): Promise<Standalone> => {
  const startedAt = performance.now();
  const folder = await lockOrRefuse(config.DATA_DIR);
  const log = createLog({
    service: 'standalone',
    level: config.LOG_LEVEL,
    destination: folder.pathTo('vitrine.log'),
  });
  const undo: ShutdownStep[] = [{ name: 'data folder', stop: async () => folder.unlock() }];
  try {
    const address = { host: config.HOST, port: config.PORT };
    await assertPortIsFree(address, 'PORT');
    const secrets = await readSecrets(folder);
    const drawing = demoDrawing(config, folder);
    undo.unshift({ name: 'drawing of the demo', stop: drawing.end });
    const engines = await openEngines(config, folder, secrets, waitingAloud(log, print));
    undo.unshift({ name: 'engines', stop: engines.close });
    const parts = { config, folder, engines, log };
    const system = await buildSystem(parts);
    const live = await hearEvents(parts, system);
    await system.start();
    undo.unshift({ name: 'services', stop: system.stop });
    const demo = await prepareDemo({ config, folder, secrets, system, drawing, print });
    const audit = createAuditQueue({ publish: engines.bus.publish, log });
    const door = await listenOrRefuse(createFrontDoor({ ...parts, system, live, audit }), address, 'PORT');
    await keepRuntime(folder, { ...config, DATABASE_URL: engines.serverUrl });
    const url = publicUrlOf(config, door.port);
    log.info({ url, startedInMs: Math.round(performance.now() - startedAt) }, 'started');
    return {
      url,
      dataDir: config.DATA_DIR,
      startedInMs: performance.now() - startedAt,
      demo,
      log,
      stopSteps: [
        { name: 'runtime file', stop: () => removeRuntime(folder) },
        { name: 'live events', stop: live.stop },
        { name: 'door', stop: () => door.close(DRAIN_MS) },
        { name: 'audit', stop: audit.drain, timeoutMs: 6_000 },
        ...undo,
      ],
    };
  } catch (error) {
    await stopInOrder(undo, DRAIN_MS, log);
    throw error;
  }
};
