import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import type { Account } from './account.ts';
import { conflictOn } from './taken-repository.ts';

type Row = Omit<Account, 'features'> & { sharesEnabled: boolean };

export const accountRepository = (client: TransactionOf<PrismaClient>) => ({
  add: async (account: Account): Promise<void> => {
    await conflictOn('name', client.account.create({ data: rowOf(account) }));
  },
  save: async (account: Account): Promise<void> => {
    await client.account.update({ where: { id: account.id }, data: rowOf(account) });
  },
  /** Keeps others from changing it until the transaction ends. */
  locked: async (id: string): Promise<Account | null> => {
    await client.$queryRaw`SELECT FROM account WHERE id = ${id}::uuid FOR UPDATE`;
    return accountOf(await client.account.findUnique({ where: { id } }));
  },
  byId: async (id: string): Promise<Account | null> =>
    accountOf(await client.account.findUnique({ where: { id } })),
  byName: async (name: string): Promise<Account | null> =>
    accountOf(await client.account.findUnique({ where: { name } })),
  all: async (): Promise<Account[]> =>
    (await client.account.findMany({ orderBy: { name: 'asc' } })).map(knownAccountOf),
});

const rowOf = ({ features, ...facts }: Account): Row => ({ ...facts, sharesEnabled: features.shares });

const knownAccountOf = ({ sharesEnabled, ...facts }: Row): Account => ({
  ...facts,
  features: { shares: sharesEnabled },
});

const accountOf = (row: Row | null): Account | null => (row === null ? null : knownAccountOf(row));
