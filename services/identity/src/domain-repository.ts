import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import type { Domain } from './domain.ts';
import { managedDomain, managedDomains } from './managed-repository.ts';
import { conflictOn } from './taken-repository.ts';

interface NamedDomain {
  id: string;
  name: string;
}

export const domainRepository = (client: TransactionOf<PrismaClient>) => ({
  add: async (domain: Domain): Promise<void> => {
    await conflictOn('name', client.domain.create({ data: domain }));
  },
  save: async (domain: Domain): Promise<void> => {
    await conflictOn('name', client.domain.update({ where: { id: domain.id }, data: domain }));
  },
  /** Keeps others from changing it until the transaction ends. */
  locked: async (id: string): Promise<Domain | null> => {
    await client.$queryRaw`SELECT FROM domain WHERE id = ${id}::uuid FOR UPDATE`;
    return client.domain.findUnique({ where: { id } });
  },
  managed: managedDomains(client),
  managedById: managedDomain(client),
  byId: (id: string): Promise<Domain | null> => client.domain.findUnique({ where: { id } }),
  /** All of the account, as people sort names. */
  ofAccount: (accountId: string): Promise<NamedDomain[]> => client.$queryRaw<NamedDomain[]>`
    SELECT id, name::text FROM domain WHERE account_id = ${accountId}::uuid
    ORDER BY name::text COLLATE "und-x-icu", id`,
  /** Those that the user is a member of, as people sort names. */
  ofMember: (userId: string): Promise<NamedDomain[]> => client.$queryRaw<NamedDomain[]>`
    SELECT domain.id, domain.name::text FROM membership JOIN domain ON domain.id = membership.domain_id
    WHERE membership.user_id = ${userId}::uuid
    ORDER BY domain.name::text COLLATE "und-x-icu", domain.id`,
});
