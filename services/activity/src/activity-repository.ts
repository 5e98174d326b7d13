import {
  type InTransaction,
  type TransactionOf,
  defineDatabase,
} from '@vitrine/platform/database/define-database.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { PrismaClient } from '../prisma/generated/client.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { logRepository } from './log-repository.ts';

export type ActivityRepositories = ReturnType<typeof activityRepositories>;
/** What a unit of work is handed. */
export type ActivityTransaction = InTransaction<ActivityRepositories>;
export type ActivityDatabase = Pick<Database<ActivityRepositories>, 'inTransaction' | 'repositories'>;

export const activityDatabase = defineDatabase({
  migrations: new URL('../prisma/migrations', import.meta.url),
  createClient: (options) => new PrismaClient(options),
  repositories: activityRepositories,
});

function activityRepositories(client: TransactionOf<PrismaClient>) {
  return { ...forgettingRepository(client), ...logRepository(client) };
}
