import type { Express } from 'express';
import type { ActorStatements } from '../actor/actor-statement.ts';
import { type Messages, connectToBus } from '../bus/connect-to-bus.ts';
import type { Bus } from '../bus/port.ts';
import type { Subscription } from '../bus/subscription.ts';
import type { InTransaction } from '../database/define-database.ts';
import type { Database } from '../database/open-database.ts';
import { type ServiceRoutes, createServiceApp } from '../http/service-app.ts';
import type { Log } from '../log/log.ts';
import { type Job, every } from '../schedule/every.ts';

/** Work that a service does again and again by itself, for instance announcing what expired. */
export interface JobDefinition {
  /** `asset.announce-expiry`. */
  readonly name: string;
  readonly seconds: number;
  readonly run: (stopping: AbortSignal) => Promise<void>;
}

/** Work that a service does beside answering, for instance drawing renditions or sending mail. */
export interface Worker {
  readonly start: () => void;
  /** Ends it when what is going on is done or can be taken up again later. */
  readonly stop: () => Promise<void>;
}

/** All that a service is: what it answers, what it reacts to, and what it does by itself. */
export interface ServiceDefinition<Repositories> {
  readonly routes: ServiceRoutes;
  readonly subscriptions: readonly Subscription<InTransaction<Repositories>>[];
  readonly jobs?: readonly JobDefinition[];
  readonly workers?: readonly Worker[];
  /** Begins no long answers any more, lets those that run end for so long, then resets them. */
  readonly drain?: (graceMs: number) => Promise<void>;
}

/** A service that stands and can be started and stopped. */
export interface HostedService {
  /** Its HTTP side, to listen with or to be led to within the process. */
  readonly app: Express;
  /** Begins its messages, workers and jobs; after the bus was started. */
  readonly start: () => void;
  /** Ends workers and jobs and publishes what they left; before the bus is stopped. */
  readonly stop: () => Promise<void>;
  /** Resolves when every event of the service has been taken in by all who listen to it. */
  readonly settled: () => Promise<void>;
  /** What its subscriptions gave up. */
  readonly deadLetters: Messages['deadLetters'];
}

/** Puts a service on its feet: its HTTP side, its queues and its outbox. Before the bus is started. */
export const hostService = async <Repositories>(options: {
  name: string;
  service: ServiceDefinition<Repositories>;
  database: Database<Repositories>;
  bus: Bus;
  statements: ActorStatements;
  log: Log;
}): Promise<HostedService> => {
  const { name, service, database, bus, statements, log } = options;
  const messages = await connectToBus({ bus, database, subscriptions: service.subscriptions, log });
  const workers = service.workers ?? [];
  const running: Job[] = [];
  return {
    app: createServiceApp({ name, routes: service.routes, statements, log, once: database.once }),
    start: () => {
      messages.start();
      for (const worker of workers) worker.start();
      for (const job of service.jobs ?? []) running.push(every({ ...job, database, log }));
    },
    stop: async () => {
      await Promise.all([...running, ...workers].map((each) => each.stop()));
      await messages.stop();
    },
    settled: messages.settled,
    deadLetters: messages.deadLetters,
  };
};
