import type { RequestListener } from 'node:http';
import type * as z from 'zod';
import { ConfigError, readConfig } from '../config/read-config.ts';
import { Refusal } from '../errors/refusal.ts';
import { createOperationsApp } from '../health/operations.ts';
import { type Health, createHealth } from '../health/readiness.ts';
import { type Listening } from '../http/listen.ts';
import { listenOrRefuse } from '../http/listen-or-refuse.ts';
import { type Log, type LogLevel, createLog } from '../log/log.ts';
import { type Metrics, createMetrics } from '../metrics/metrics.ts';
import { type ShutdownStep, onShutdown, stopInOrder } from '../shutdown/on-shutdown.ts';
import { exportSpans } from '../tracing/export-spans.ts';
import { placesIn } from './places-in.ts';
import { watchEngines } from './watch-engines.ts';
import { withdrawal } from './withdrawal.ts';

/** What every process is told, whatever else it is. */
export interface CommonSettings {
  PORT: number;
  HOST: string;
  OPERATIONS_PORT: number;
  LOG_LEVEL: LogLevel;
  WITHDRAW_SECONDS: number;
  DRAIN_SECONDS: number;
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
}

/** What a process is built from. */
export interface ProcessParts<Config> {
  config: Config;
  log: Log;
  metrics: Metrics;
  /**
   * Waits for an engine, asks for it whenever somebody asks whether this process is ready, and closes it at the end.
   * Without one that is not needed the process is ready all the same.
   */
  connect: <Connected extends Connection>(
    role: EngineRole,
    open: Opening<Connected>,
    options?: { isNeeded: boolean },
  ) => Promise<Connected>;
}

/** The name of an engine in `/readyz` and in the metrics. */
export type EngineRole = 'database' | 'bus' | 'store' | 'keyvalue';

/** Opens a connection, waiting for an engine that is not there yet, until `signal` ends that. */
export type Opening<Connected> = (options: { log: Log; signal: AbortSignal }) => Promise<Connected>;

/** A connection to an engine; how it is asked whether it answers. */
export interface Connection {
  ping: () => Promise<void>;
  close: () => Promise<void>;
}

/** What a process does once its engines are there. */
export interface ProcessWork {
  listener: RequestListener;
  /** Begins what is done beside answering; before the first request. */
  start: () => Promise<void>;
  /** Takes in no more messages, and waits for those in work. */
  stopConsuming: () => Promise<void>;
  /** Lets long answers end for so long, then resets them. */
  drain: (graceMs: number) => Promise<void>;
  /** Ends the rest when the last request is over. */
  stop: () => Promise<void>;
}

const STEP_MS = 10_000;

/**
 * Runs one process of the distributed shape from its start to its end: settings, operations port, engines, work, door;
 * and at the end all of it the other way round. A reason that somebody can mend ends the start with a sentence.
 */
export const runProcess = async <Schema extends z.ZodType<CommonSettings>>(options: {
  name: string;
  settings: Schema;
  environment: NodeJS.ProcessEnv;
  build: (parts: ProcessParts<z.infer<Schema>>) => Promise<ProcessWork>;
}): Promise<void> => {
  const { name, settings, environment, build } = options;
  const startLog = createLog({ service: name, level: 'info' });
  try {
    const config = readConfig(settings, environment);
    await startProcess({ name, config, build });
  } catch (error) {
    sayWhy(error, startLog);
    process.exit(1);
  }
};

const sayWhy = (error: unknown, log: Log): void => {
  if (error instanceof ConfigError || error instanceof Refusal)
    log.fatal(`It did not start. ${error.message}`);
  else log.fatal({ err: error }, 'It did not start.');
};

const startProcess = async <Config extends CommonSettings>(options: {
  name: string;
  config: Config;
  build: (parts: ProcessParts<Config>) => Promise<ProcessWork>;
}): Promise<void> => {
  const { name, config, build } = options;
  const startedAt = performance.now();
  const log = createLog({ service: name, level: config.LOG_LEVEL });
  endOnCrash(log);
  const steps: ShutdownStep[] = [];
  const stopping = new AbortController();
  const announce = () => stopping.abort(new Error('The process is to end.'));
  onShutdown(steps, { timeoutMs: STEP_MS, log, exit: (code) => process.exit(code), announce });

  const metrics = createMetrics();
  const health = createHealth(log, metrics.noteEngines);
  const { HOST: host } = config;
  const tracing = await exportSpans({ service: name, endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT });
  steps.unshift({ name: 'tracing', stop: tracing.stop });
  const operations = createOperationsApp(health, metrics.serve);
  const operationsDoor = await listenOrRefuse(
    operations,
    { host, port: config.OPERATIONS_PORT },
    'OPERATIONS_PORT',
  );
  steps.unshift({ name: 'operations', stop: () => operationsDoor.close(0) });
  log.info({ operationsPort: operationsDoor.port, ...placesIn(config) }, 'starting');
  try {
    const connect = connecting({ health, log, steps, signal: stopping.signal });
    const work = await build({ config, log, metrics, connect });
    watchEngines(health, steps);
    const door = await open({ config, work, health, steps });
    health.enter('serving');
    const startedInMs = Math.round(performance.now() - startedAt);
    log.info({ port: door.port, operationsPort: operationsDoor.port, startedInMs }, 'started');
  } catch (error) {
    // A signal ends a start as well, by the steps that there are.
    if (stopping.signal.aborted) return;
    await stopInOrder(steps, STEP_MS, log);
    throw error;
  }
};

/** What nobody expected is written down where the other lines are. */
const endOnCrash = (log: Log): void => {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'crashed');
    process.exit(1);
  });
};

const connecting =
  (parts: { health: Health; log: Log; steps: ShutdownStep[]; signal: AbortSignal }) =>
  async <Connected extends Connection>(
    role: EngineRole,
    open: Opening<Connected>,
    { isNeeded } = { isNeeded: true },
  ): Promise<Connected> => {
    const { health, log, steps, signal } = parts;
    const connected = await open({ log, signal });
    if (signal.aborted) await connected.close();
    signal.throwIfAborted();
    steps.unshift({ name: role, stop: connected.close });
    health.watch({ name: role, ping: connected.ping, isNeeded });
    return connected;
  };

/** Starts the work and opens the door, and says how each ends: the door before the work, consuming before the door. */
const open = async (parts: {
  config: CommonSettings;
  work: ProcessWork;
  health: Health;
  steps: ShutdownStep[];
}): Promise<Listening> => {
  const { config, work, health, steps } = parts;
  const graceMs = config.DRAIN_SECONDS * 1_000;
  steps.unshift({ name: 'work', stop: work.stop });
  await work.start();
  const door = await listenOrRefuse(work.listener, { host: config.HOST, port: config.PORT }, 'PORT');
  steps.unshift({
    name: 'door',
    timeoutMs: graceMs + STEP_MS,
    stop: async () => {
      await Promise.all([work.drain(graceMs), door.close(graceMs)]);
    },
  });
  steps.unshift({ name: 'consuming', stop: work.stopConsuming });
  steps.unshift(withdrawal({ health, door, seconds: config.WITHDRAW_SECONDS }));
  return door;
};
