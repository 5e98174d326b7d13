import { type Logger, pino } from 'pino';
import { currentTraceId } from '../outbox/trace-context.ts';

/** A pino logger; one line per request and per handled event, none in rules. */
export type Log = Logger;

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];
export const LOG_LEVELS: readonly LogLevel[] = LEVELS;

/** Secrets that stand in a path: the ticket of a download and the token of a guest's link. */
const SECRET_IN_PATH = /(\/(?:d|guest)\/)([A-Za-z0-9_-]{20,})/g;

/** The path of a request as it may stand in a log: without query and without tickets and tokens. */
export const loggablePath = (url: string): string => (url.split('?')[0] ?? '').replace(SECRET_IN_PATH, '$1…');

/** One request is one trace: each line that is written on its behalf names it. */
export const traceOf = (): { traceId?: string } => {
  const traceId = currentTraceId();
  return traceId === undefined ? {} : { traceId };
};

/** What waits for a full disk to have room; beyond that lines are dropped, before memory is what is short. */
const WAITING_BYTES_MAX = 1024 * 1024;

/** A log that cannot be written ends nothing: it is said once, and what waits is written when there is room again. */
const openDestination = (file: string | undefined) => {
  const place = file === undefined ? { dest: 1 } : { dest: file, mkdir: true };
  const destination = pino.destination({ ...place, sync: true, maxLength: WAITING_BYTES_MAX });
  let hasSaid = false;
  destination.on('error', (error: Error) => {
    if (!hasSaid) process.stderr.write(`The log cannot be written: ${error.message}.\n`);
    hasSaid = true;
  });
  return destination;
};

/** The log of one process. JSON lines on standard output unless `destination` names a file. */
export const createLog = (options: { service: string; level: LogLevel; destination?: string }): Log => {
  const nameless = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: traceOf,
      formatters: { level: (label) => ({ level: label }) },
    },
    openDestination(options.destination),
  );
  return named(nameless, options.service);
};

/**
 * The log of a service within a process of several: its lines name the service where those of `log` name the process.
 * A child of `log` would name both, by the same key (pino appends what it is bound to).
 */
export const logOfService = (log: Log, service: string): Log => named(namelessOf.get(log) ?? log, service);

const namelessOf = new WeakMap<Log, Log>();

const named = (nameless: Log, service: string): Log => {
  const log = nameless.child({ service });
  namelessOf.set(log, nameless);
  return log;
};
