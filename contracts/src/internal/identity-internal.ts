import * as z from 'zod';
import { Nothing, errorsOf, openRoute } from '../http/route.ts';
import { TokenScope } from '../http/token-scopes.ts';
import { AccountPolicy, InvitationPolicy } from '../model/account-policy.ts';
import { MailLanguage, ToldLanguage } from '../model/mail-language.ts';
import { NewPassword } from '../model/password.ts';

/** A person, the account and the domains, as the gateway needs them at each request. */
export const UserProfile = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  isAdministrator: z.boolean(),
  account: z.object({ id: z.uuid(), name: z.string(), features: z.object({ shares: z.boolean() }) }),
  /** All domains of the account for an administrator, else those of the memberships; by name. */
  domains: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** What the person used the page in last; null where that is not known. */
  language: ToldLanguage,
});
export type UserProfile = z.infer<typeof UserProfile>;

/**
 * Which sessions of a person count: those begun under this epoch or a later one, and the one that is kept. Whatever
 * ends sessions, such as a new password, begins the next epoch.
 */
export const SessionRule = z.object({
  sessionEpoch: z.int().default(1),
  /** Hash of the secret of the session that began the present epoch and goes on; null where none does. */
  keptSessionId: z.string().nullable().default(null),
});
export type SessionRule = z.infer<typeof SessionRule>;

/** What other processes ask identity. Only service actors may. */
export const identityInternalContract = {
  /** Takes the same time whether the address is known or not. */
  verifyCredentials: openRoute
    .route({ method: 'POST', path: '/internal/credentials/verify' })
    .errors(errorsOf('wrong-credentials'))
    .input(z.object({ email: z.string(), password: z.string() }))
    .output(z.object({ userId: z.uuid(), sessionEpoch: SessionRule.shape.sessionEpoch })),
  /**
   * Who signs in with a provider. The first time that is the user of the account with that address, if the provider
   * vouches for it, else somebody new. `not-allowed` where nobody gets in by that.
   */
  signInWithOidc: openRoute
    .route({ method: 'POST', path: '/internal/sign-ins' })
    .errors(errorsOf('not-allowed', 'not-found'))
    .input(
      z.object({
        issuer: z.string().min(1).max(2_000),
        subject: z.string().min(1).max(255),
        /** The name of the account whose people the provider knows. */
        account: z.string(),
        email: z.string(),
        isEmailVerified: z.boolean(),
        name: z.string().nullable(),
        /** The names of domains that the person belongs to; null where the provider does not say. */
        domains: z.array(z.string()).nullable(),
      }),
    )
    .output(z.object({ userId: z.uuid(), sessionEpoch: SessionRule.shape.sessionEpoch })),
  /** Sets another password of somebody who knows the present one; all sessions but the kept one end. */
  changePassword: openRoute
    .route({ method: 'POST', path: '/internal/users/{userId}/password' })
    .errors(errorsOf('wrong-credentials', 'guessable-password'))
    .input(
      z.object({
        userId: z.uuid(),
        currentPassword: z.string(),
        newPassword: NewPassword,
        keptSessionId: z.string(),
      }),
    )
    .output(Nothing),
  /** Keeps that somebody forgot the password of that address; whose it is, is looked for later. */
  requestRecovery: openRoute
    .route({ method: 'POST', path: '/internal/recoveries', successStatus: 202 })
    .input(z.object({ email: z.string(), language: MailLanguage }))
    .output(Nothing),
  /** Makes the secret of that hash the one that opens a recovery, as its mail goes out. `not-found` for one that is over. */
  giveRecovery: openRoute
    .route({ method: 'PUT', path: '/internal/recoveries/{recoveryId}/secret' })
    .errors(errorsOf('not-found'))
    .input(z.object({ recoveryId: z.uuid(), secretHash: z.string() }))
    .output(Nothing),
  /** Sets a password by the secret of a recovery, once; all sessions and tokens of that person end. */
  recover: openRoute
    .route({ method: 'POST', path: '/internal/recoveries/used' })
    .errors(errorsOf('link-not-valid', 'guessable-password'))
    .input(z.object({ token: z.string(), newPassword: NewPassword }))
    .output(z.object({ userId: z.uuid(), accountId: z.uuid(), name: z.string() })),
  /** Ends all sessions of a person, but for the one that is kept. */
  endSessions: openRoute
    .route({ method: 'DELETE', path: '/internal/users/{userId}/sessions' })
    .errors(errorsOf('not-found'))
    .input(z.object({ userId: z.uuid(), keptSessionId: SessionRule.shape.keptSessionId }))
    .output(Nothing),
  /** Keeps what a person uses the page in: mails to that person are written in it. */
  setLanguage: openRoute
    .route({ method: 'PUT', path: '/internal/users/{userId}/language' })
    .errors(errorsOf('not-found'))
    .input(z.object({ userId: z.uuid(), language: MailLanguage }))
    .output(Nothing),
  /** `not-found` for a user who does not exist or is disabled. */
  profile: openRoute
    .route({ method: 'GET', path: '/internal/users/{userId}/profile' })
    .errors(errorsOf('not-found'))
    .input(z.object({ userId: z.uuid() }))
    .output(UserProfile.extend(SessionRule.shape)),
  /** What an account wants; asked whenever it matters, so that a change holds at once. */
  policyOf: openRoute
    .route({ method: 'GET', path: '/internal/accounts/{accountId}/policy' })
    .input(z.object({ accountId: z.uuid() }))
    .output(AccountPolicy),
  /**
   * What of that matters to whoever invites, and the same for those of the domains named that ask for more: within the
   * account, so never less than it asks for.
   */
  invitationPolicies: openRoute
    .route({ method: 'POST', path: '/internal/accounts/{accountId}/invitation-policies' })
    .meta({ isRead: true })
    .input(z.object({ accountId: z.uuid(), domainIds: z.array(z.uuid()).max(100_000) }))
    .output(
      z.object({
        account: InvitationPolicy,
        domains: z.array(z.object({ domainId: z.uuid(), policy: InvitationPolicy })),
      }),
    ),
  /** Whose API token has a secret of that hash; it counts as a use. `not-found` for none, or one that has ended. */
  findToken: openRoute
    .route({ method: 'POST', path: '/internal/tokens/find' })
    .meta({ isRead: true })
    .errors(errorsOf('not-found'))
    .input(z.object({ secretHash: z.string() }))
    .output(z.object({ tokenId: z.uuid(), userId: z.uuid(), scopes: z.array(TokenScope) })),
  /** Whose address that is, in whatever account, disabled or not; for the audit. */
  userByEmail: openRoute
    .route({ method: 'POST', path: '/internal/users/by-email' })
    .meta({ isRead: true })
    .errors(errorsOf('not-found'))
    .input(z.object({ email: z.string() }))
    .output(z.object({ userId: z.uuid(), accountId: z.uuid(), name: z.string() })),
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
