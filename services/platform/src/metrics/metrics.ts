import type { RequestHandler } from 'express';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { BusObserver } from '../bus/observer.ts';
import type { BreakerEvent } from '../circuit/breaker.ts';
import type { Database } from '../database/open-database.ts';
import { routeNameOf } from '../http/route-name.ts';
import { busMetrics } from './bus-metrics.ts';
import { circuitMetrics } from './circuit-metrics.ts';
import { type OwnMetrics, ownMetrics } from './own-metrics.ts';

/** The numbers of one process, in base units and with labels that are bounded. */
export interface Metrics extends OwnMetrics {
  /** Times requests by method, route and status; before all routes that it is to see. */
  readonly measureRequests: RequestHandler;
  /** Tells how many events of a service wait in its outbox, and how long the oldest has. */
  readonly watchOutbox: (service: string, database: Pick<Database<unknown>, 'outboxStats'>) => void;
  /** Takes note of what happens at a breaker. */
  readonly noteCircuit: (name: string, event: BreakerEvent) => void;
  /** What the bus of the process is to tell of itself. */
  readonly bus: BusObserver;
  /** Takes note of which engines of the process answer. */
  readonly noteEngines: (engines: Readonly<Record<string, boolean>>) => void;
  /** Answers with all of it, in the text format of Prometheus. */
  readonly serve: RequestHandler;
}

/** From a page out of memory to a slow upload, in seconds. */
const DURATION_BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/** Metrics of this process: itself, its event loop, its requests, its outboxes. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    measureRequests: measureRequests(registry),
    watchOutbox: watchOutboxes(registry),
    noteCircuit: circuitMetrics(registry),
    bus: busMetrics(registry),
    noteEngines: noteEngines(registry),
    ...ownMetrics(registry),
    serve: async (_request, response) => {
      response.setHeader('Content-Type', registry.contentType);
      response.end(await registry.metrics());
    },
  };
};

const measureRequests = (registry: Registry): RequestHandler => {
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  });
  return (request, response, next) => {
    const stop = durations.startTimer();
    response.once('close', () => {
      const route = routeNameOf(request) ?? 'other';
      stop({ method: methodOf(request.method), route, status: response.statusCode });
    });
    next();
  };
};

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Whatever anybody sends as a method: the labels are counted in memory for good. */
const methodOf = (method: string): string => (METHODS.has(method) ? method : 'other');

const noteEngines = (registry: Registry): Metrics['noteEngines'] => {
  const up = new Gauge({
    name: 'engine_up',
    help: '1 while a database, bus, store or key-value store of the process answers, else 0.',
    labelNames: ['engine'],
    registers: [registry],
  });
  return (engines) => {
    for (const [engine, isThere] of Object.entries(engines)) up.set({ engine }, isThere ? 1 : 0);
  };
};

const watchOutboxes = (registry: Registry): Metrics['watchOutbox'] => {
  const databases = new Map<string, Pick<Database<unknown>, 'outboxStats'>>();
  const common = { labelNames: ['service'], registers: [registry] };
  const age = new Gauge({
    ...common,
    name: 'outbox_oldest_age_seconds',
    help: 'Age of the oldest event that is not published yet.',
  });
  const count: Gauge = new Gauge({
    ...common,
    name: 'outbox_events',
    help: 'Events that are not published yet.',
    collect: () => Promise.all([...databases].map(look)).then(() => undefined),
  });
  const look = async ([service, database]: [string, Pick<Database<unknown>, 'outboxStats'>]) => {
    // An outbox that cannot be read has no number, and whoever watches sees that.
    const stats = await database.outboxStats().catch(() => ({ count: NaN, oldestAgeSeconds: NaN }));
    count.set({ service }, stats.count);
    age.set({ service }, stats.oldestAgeSeconds);
  };
  return (service, database) => void databases.set(service, database);
};
