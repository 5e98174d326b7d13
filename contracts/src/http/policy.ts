import { InvitationPolicy } from '../model/account-policy.ts';
import { route } from './route.ts';

/** What the account of the caller allows. Answered by identity. */
export const policyContract = {
  ofInvitations: route
    .route({
      method: 'GET',
      path: '/invitation-policy',
      summary: 'Whom one may invite, and for how long at most',
      tags: ['Guests'],
    })
    .output(InvitationPolicy),
};
