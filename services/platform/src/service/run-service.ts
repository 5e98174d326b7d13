import type { AnyContractRouter } from '@orpc/contract';
import express from 'express';
import type * as z from 'zod';
import { createActorStatements } from '../actor/actor-statement.ts';
import type { RawExecutor } from '../database/client-port.ts';
import type { DatabaseDefinition } from '../database/define-database.ts';
import type { Database } from '../database/open-database.ts';
import { openWhenThere } from '../database/open-when-there.ts';
import type { ServiceClient } from '../http/clients.ts';
import { logRequests } from '../http/request-log.ts';
import { traceRequests } from '../http/trace-requests.ts';
import { busAt } from './bus-at.ts';
import { clientsWith } from './clients-with.ts';
import { type ServiceDefinition, hostService } from './host-service.ts';
import { type CommonSettings, type ProcessParts, runProcess } from './run-process.ts';

interface ServiceSettings extends CommonSettings {
  ACTOR_KEY: string;
  DATABASE_URL: string;
  AMQP_URL: string;
}

/** What a service of its own process is made from. */
export interface ServiceParts<Config, Repositories> extends ProcessParts<Config> {
  database: Database<Repositories>;
  /** A client of another service, with a breaker between. */
  clientOf: <Contract extends AnyContractRouter>(
    name: string,
    contract: Contract,
    url: string,
  ) => ServiceClient<Contract>;
}

/** Runs a service as a process: on a database of its own, on the bus, behind HTTP. */
export const runService = <
  Schema extends z.ZodType<ServiceSettings>,
  Transaction extends RawExecutor,
  Repositories extends object,
>(options: {
  name: string;
  settings: Schema;
  environment: NodeJS.ProcessEnv;
  database: DatabaseDefinition<Transaction, Repositories>;
  create: (
    parts: ServiceParts<z.infer<Schema>, Repositories>,
  ) => ServiceDefinition<Repositories> | Promise<ServiceDefinition<Repositories>>;
}): Promise<void> => {
  const { name, settings, environment, database: definition, create } = options;
  return runProcess({
    name,
    settings,
    environment,
    build: async (parts) => {
      const { config, log, metrics, connect } = parts;
      const statements = createActorStatements(config.ACTOR_KEY);
      const [database, bus] = await Promise.all([
        connect('database', openWhenThere(definition, name, config.DATABASE_URL)),
        // Without it events wait in the outbox, and all else goes on.
        connect('bus', busAt(config.AMQP_URL, metrics.bus), { isNeeded: false }),
      ]);
      metrics.watchOutbox(name, database);
      const service = await create({
        ...parts,
        database,
        clientOf: clientsWith({ statements, log, metrics }),
      });
      const hosted = await hostService({ name, service, database, bus, statements, log });
      return {
        listener: express().use(traceRequests, metrics.measureRequests, logRequests(log), hosted.app),
        start: async () => {
          await bus.start();
          hosted.start();
        },
        stopConsuming: bus.stopConsuming,
        drain: service.drain ?? (() => Promise.resolve()),
        stop: hosted.stop,
      };
    },
  });
};
