import type { Actor } from '@vitrine/contracts';
import type { Access } from './access.ts';
import type { ShareClients } from './clients.ts';
import { domainsOfShare } from './domains-of-share.ts';
import type { OfDomain } from './known-asset.ts';
import type { ShareDatabase } from './share-repository.ts';

/** The domains whose assets somebody has through a share; null where domains do not count. */
export type DomainsThatCount = ReadonlySet<string> | null;

/**
 * An owner has no more through the share than through their domains (product.md, rule 3; decision 080). A guest has what
 * was handed to them, and an administrator makes themselves a member of any domain of the account.
 */
export const domainsThatCount = ({ role }: Pick<Access, 'role'>, actor: Actor): DomainsThatCount =>
  role === 'owner' && actor.kind === 'user' && !actor.isAdministrator ? new Set(actor.domainIds) : null;

/** Whether an asset is theirs; one whose domain was never told is not. */
export const isTheirs = (domains: DomainsThatCount, { domainId }: OfDomain): boolean =>
  domains === null || (domainId !== null && domains.has(domainId));

/**
 * Reads assets of a share. What was kept before domains were is asked for first, where domains count.
 * @throws AppError `temporarily-unavailable` where that cannot be told
 */
export const withDomains = async <Asset extends OfDomain>(
  { database, clients }: { database: ShareDatabase; clients: Pick<ShareClients, 'asset'> },
  { shareId, domains }: { shareId: string; domains: DomainsThatCount },
  read: () => Promise<Asset[]>,
): Promise<Asset[]> => {
  const assets = await read();
  if (domains === null || assets.every(({ domainId }) => domainId !== null)) return assets;
  await domainsOfShare(database, clients, shareId);
  return read();
};
