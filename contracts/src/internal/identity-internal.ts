import * as z from 'zod';
import { openRoute } from '../http/route.ts';
import { errorsOf } from '../http/route.ts';

/** A person, the account and the domains, as the gateway needs them at each request. */
export const UserProfile = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  isAdministrator: z.boolean(),
  account: z.object({ id: z.uuid(), name: z.string(), features: z.object({ shares: z.boolean() }) }),
  /** All domains of the account for an administrator, else those of the memberships; by name. */
  domains: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type UserProfile = z.infer<typeof UserProfile>;

/** What other processes ask identity. Only service actors may. */
export const identityInternalContract = {
  /** Takes the same time whether the address is known or not. */
  verifyCredentials: openRoute
    .route({ method: 'POST', path: '/internal/credentials/verify' })
    .errors(errorsOf('wrong-credentials'))
    .input(z.object({ email: z.string(), password: z.string() }))
    .output(z.object({ userId: z.uuid() })),
  /** `not-found` for a user who does not exist or is disabled. */
  profile: openRoute
    .route({ method: 'GET', path: '/internal/users/{userId}/profile' })
    .errors(errorsOf('not-found'))
    .input(z.object({ userId: z.uuid() }))
    .output(UserProfile),
  /** Enabled users of the account out of those named; who is missing does not exist there. */
  findUsers: openRoute
    .route({ method: 'POST', path: '/internal/users/find' })
    .meta({ isRead: true })
    .input(
      z.object({
        accountId: z.uuid(),
        userIds: z.array(z.uuid()).default([]),
        emails: z.array(z.string()).default([]),
      }),
    )
    .output(z.object({ users: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string() })) })),
};
