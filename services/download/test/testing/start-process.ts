import { downloadsContract } from '@vitrine/contracts';
import type { ActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { connectToBus } from '@vitrine/platform/bus/connect-to-bus.ts';
import type { Bus } from '@vitrine/platform/bus/port.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { remoteClient } from '@vitrine/platform/http/clients.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import type { DownloadRepositories } from '../../src/download-repository.ts';
import { type DownloadDeps, createDownloadService } from '../../src/service.ts';

interface Surroundings {
  readonly database: Database<DownloadRepositories>;
  readonly bus: Bus;
  readonly statements: ActorStatements;
}

/** All that a process of the service does, within this one: its HTTP side, what it hears, and its workers. */
export const startProcess = async (deps: DownloadDeps, { database, bus, statements }: Surroundings) => {
  const service = createDownloadService(deps);
  const app = createServiceApp({ name: 'download', routes: service.routes, statements, log: quietLog });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  await connectToBus({ bus, database, subscriptions: service.subscriptions, log: quietLog });
  for (const worker of service.workers) worker.start();
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    service,
    origin,
    downloads: remoteClient(downloadsContract, {
      name: 'download',
      url: `${origin}/api/v1`,
      statements,
      timeoutMs: 30_000,
    }),
    stop: async (): Promise<void> => {
      await server.close(100);
      await Promise.all(service.workers.map((worker) => worker.stop()));
    },
  };
};
