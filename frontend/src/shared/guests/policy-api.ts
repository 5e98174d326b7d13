import { useQuery } from '@tanstack/react-query';
import type { InvitationPolicy } from '@vitrine/contracts';
import { api } from '../api/client.ts';

export type Policy = InvitationPolicy;

/** Whom one may invite and for how long; undefined until it is known, when the server alone decides. */
export function useInvitationPolicy(): Policy | undefined {
  const query = useQuery({
    queryKey: ['invitation-policy'],
    queryFn: ({ signal }) => api.policy.ofInvitations(undefined, { signal }),
  });
  return query.data;
}
