import type { Actor, identityInternalContract, shareInternalContract } from '@vitrine/contracts';
import type { ServiceClient } from '@vitrine/platform/http/clients.ts';

/** What guest-invitation asks of others. */
export interface GuestClients {
  readonly share: Pick<ServiceClient<typeof shareInternalContract>, 'facts' | 'managedBy' | 'domains'>;
  readonly identity: Pick<
    ServiceClient<typeof identityInternalContract>,
    'findUsers' | 'policyOf' | 'invitationPolicies' | 'giveRecovery'
  >;
}

/** A call in the name of the one who acts. */
export const as = (actor: Actor) => ({ context: { actor } });

/** A call on our own account. */
export const AS_GUEST_INVITATION = as({ kind: 'service', service: 'guest-invitation' });
