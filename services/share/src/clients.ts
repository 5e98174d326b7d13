import type {
  assetInternalContract,
  guestInternalContract,
  identityInternalContract,
} from '@vitrine/contracts';
import type { ServiceClient } from '@vitrine/platform/http/clients.ts';

/** What share asks of others: the owners of the facts and rights that it does not decide itself. */
export interface ShareClients {
  readonly asset: Pick<ServiceClient<typeof assetInternalContract>, 'visibleTo' | 'visibleFiles' | 'files'>;
  readonly guest: Pick<
    ServiceClient<typeof guestInternalContract>,
    | 'live'
    | 'ofUser'
    | 'openAsUser'
    | 'allOfUser'
    | 'countGuests'
    | 'countInvitations'
    | 'domainsNotForGuests'
  >;
  readonly identity: Pick<ServiceClient<typeof identityInternalContract>, 'findUsers' | 'invitationPolicies'>;
}

/** As whom share asks where it is not for the person who acts. */
export const AS_SHARE = { context: { actor: { kind: 'service' as const, service: 'share' } } };
