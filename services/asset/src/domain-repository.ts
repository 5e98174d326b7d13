import type { Client } from './asset-repository.ts';

/** A domain as identity told of it. */
export interface KnownDomain {
  domainId: string;
  accountId: string;
  version: number;
  name: string;
}

export const domainRepository = (client: Client) => ({
  byId: (domainId: string): Promise<KnownDomain | null> =>
    client.knownDomain.findUnique({ where: { domainId } }),
  /** Keeps what is newer than what is known, whatever the order in which it comes. */
  learn: async ({ domainId, accountId, version, name }: KnownDomain): Promise<void> => {
    await client.$executeRaw`
      INSERT INTO known_domain (domain_id, account_id, version, name)
      VALUES (${domainId}::uuid, ${accountId}::uuid, ${version}, ${name})
      ON CONFLICT (domain_id) DO UPDATE SET version = EXCLUDED.version, name = EXCLUDED.name
      WHERE known_domain.version < EXCLUDED.version`;
  },
});
