import type { Log } from '../log/log.ts';
import { waitFor } from '../service/wait-for.ts';
import type { RawExecutor } from './client-port.ts';
import { databaseOfService } from './database-url.ts';
import type { DatabaseDefinition } from './define-database.ts';
import { type Database, openDatabase } from './open-database.ts';
import { databaseRefusal, isDatabaseComing } from './unreachable.ts';

/**
 * Opens the database of a service on a server, waiting for one that is not there yet.
 * @throws Refusal with a sentence where the server does not let us in; the reason of `signal` when that ends the waiting
 */
export const openWhenThere =
  <Transaction extends RawExecutor, Repositories extends object>(
    definition: DatabaseDefinition<Transaction, Repositories>,
    service: string,
    serverUrl: string,
  ) =>
  ({ log, signal }: { log: Log; signal: AbortSignal }): Promise<Database<Repositories>> =>
    waitFor(
      {
        name: 'PostgreSQL',
        url: serverUrl,
        mayComeLater: isDatabaseComing,
        connect: () =>
          openDatabase({ ...definition, url: databaseOfService(serverUrl, service), log }).catch(
            (error: unknown) => {
              throw databaseRefusal(error, serverUrl);
            },
          ),
      },
      { log, signal },
    );
