import { type AssetFacts, type SharePolicy, sharePolicy } from '@vitrine/contracts';
import type * as z from 'zod';
import { AS_SHARE, type ShareClients } from './clients.ts';
import type { Share } from './share.ts';

/** The policy of an account, and those of domains that ask for more. */
export type Policies = Awaited<ReturnType<ShareClients['identity']['invitationPolicies']>>;

type Facts = Pick<z.infer<typeof AssetFacts>, 'assetId' | 'domainId'>;

export const policiesOf = (
  { identity }: Pick<ShareClients, 'identity'>,
  accountId: string,
  domainIds: readonly string[],
): Promise<Policies> =>
  identity.invitationPolicies({ accountId, domainIds: [...new Set(domainIds)] }, AS_SHARE);

export const domainsAmong = (facts: readonly Facts[]): string[] => [
  ...new Set(facts.map(({ domainId }) => domainId)),
];

/** The policy for a share that holds assets of these domains and no others. */
export const policyWith = ({ account, domains }: Policies, domainIds: readonly string[]): SharePolicy =>
  sharePolicy({ account, domains: domains.filter(({ domainId }) => domainIds.includes(domainId)) });

/** Which of the assets belong to a domain that asks for more than one of the guests of the share has. */
export const assetsNotForGuests = async (
  { guest }: Pick<ShareClients, 'guest'>,
  { id: shareId, guestsNamedAt }: Pick<Share, 'id' | 'guestsNamedAt'>,
  { facts, policies: { domains } }: { facts: readonly Facts[]; policies: Policies },
): Promise<Set<string>> => {
  const among = domainsAmong(facts);
  const asking = domains.filter(({ domainId }) => among.includes(domainId));
  if (asking.length === 0) return new Set();
  const question = { shareId, guestsNamedAt: guestsNamedAt?.toISOString() ?? null, domains: asking };
  const { domainIds } = await guest.domainsNotForGuests(question, AS_SHARE);
  return new Set(facts.flatMap(({ assetId, domainId }) => (domainIds.includes(domainId) ? [assetId] : [])));
};
