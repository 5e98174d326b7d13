import { defineDatabase } from '@vitrine/platform/database/define-database.ts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { PrismaClient } from '../prisma/generated/client.ts';
import { accountRepository } from './account-repository.ts';
import { domainRepository } from './domain-repository.ts';
import { externalRepository } from './external-repository.ts';
import { policyRepository } from './policy-repository.ts';
import { recoveryRepository } from './recovery-repository.ts';
import { tokenRepository } from './token-repository.ts';
import { userRepository } from './user-repository.ts';

export type IdentityRepositories = ReturnType<typeof identityRepositories>;

export const identityDatabase = defineDatabase({
  migrations: new URL('../prisma/migrations', import.meta.url),
  createClient: (options) => new PrismaClient(options),
  repositories: identityRepositories,
});

function identityRepositories(client: TransactionOf<PrismaClient>) {
  return {
    accounts: accountRepository(client),
    domains: domainRepository(client),
    externals: externalRepository(client),
    policies: policyRepository(client),
    recoveries: recoveryRepository(client),
    tokens: tokenRepository(client),
    users: userRepository(client),
    /** The instant by the clock that decides what has ended, to the millisecond. */
    databaseNow: async (): Promise<Date> => {
      const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp()::timestamptz(3) AS now`;
      if (row === undefined) throw new Error('The database has no clock.');
      return row.now;
    },
  };
}
