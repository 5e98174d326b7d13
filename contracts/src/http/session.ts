import * as z from 'zod';
import { MailLanguage } from '../model/mail-language.ts';
import { NewPassword, PASSWORD_LENGTH_MAX } from '../model/password.ts';
import { GivenId, Nothing, errorsOf, openRoute, route } from './route.ts';

/** Who is signed in, and what that person has: the answer to all that the page's frame asks. */
export const SessionView = z.object({
  user: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    isAdministrator: z.boolean(),
    /** What mails to that person are written in: as the page was used last. Null where that was never told. */
    language: MailLanguage.nullable(),
  }),
  account: z.object({ id: z.uuid(), name: z.string(), features: z.object({ shares: z.boolean() }) }),
  domains: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Null for a user without any domain. */
  currentDomainId: z.uuid().nullable(),
  /** Whether Shares stands in the navigation: rule 11 of product.md. */
  hasShares: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** A session of one's own. */
export const OwnSession = z.object({
  id: z.string(),
  /** Whether it is the one that asks. */
  isCurrent: z.boolean(),
  /** The name of the browser as it calls itself; null for one that is not known. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** Where it was used last; of an IPv6 address the network. Null where that is not known. */
  address: z.string().nullable(),
  startedAt: z.iso.datetime(),
  /** To ten minutes. */
  lastUsedAt: z.iso.datetime(),
  /** When it ends however much it is used. */
  endsAt: z.iso.datetime(),
});
export type OwnSession = z.infer<typeof OwnSession>;

/** Signing in and out, and the current domain. Answered by the gateway. */
export const sessionContract = {
  signIn: openRoute
    .route({ method: 'POST', path: '/session', successStatus: 201, summary: 'Sign in', tags: ['Session'] })
    .errors(errorsOf('wrong-credentials'))
    .input(
      z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(PASSWORD_LENGTH_MAX) }),
    )
    .output(SessionView),
  options: openRoute
    .route({
      method: 'GET',
      path: '/session/options',
      summary: 'How one can sign in beside a password',
      tags: ['Session'],
    })
    .output(
      z.object({
        /** The provider of OpenID Connect, by the name that people know it by; null where there is none. */
        provider: z.object({ name: z.string() }).nullable(),
      }),
    ),
  get: route
    .route({ method: 'GET', path: '/session', summary: 'Who am I', tags: ['Session'] })
    .output(SessionView),
  signOut: openRoute
    .route({ method: 'DELETE', path: '/session', successStatus: 204, summary: 'Sign out', tags: ['Session'] })
    .output(z.undefined()),
  signOutEverywhere: route
    .route({
      method: 'DELETE',
      path: '/sessions',
      successStatus: 204,
      summary: 'Sign out everywhere: all of one’s sessions end',
      tags: ['Session'],
    })
    .output(Nothing),
  listSessions: route
    .route({ method: 'GET', path: '/sessions', summary: 'One’s own sessions', tags: ['Session'] })
    .output(z.object({ items: z.array(OwnSession) })),
  endSession: route
    .route({
      method: 'DELETE',
      path: '/sessions/{id}',
      successStatus: 204,
      summary: 'End one of one’s sessions',
      tags: ['Session'],
    })
    .errors(errorsOf('not-found'))
    .input(z.object({ id: z.string().min(1).max(100) }))
    .output(Nothing),
  endOtherSessions: route
    .route({
      method: 'POST',
      path: '/sessions/end-others',
      successStatus: 204,
      summary: 'End all of one’s sessions but this one',
      tags: ['Session'],
    })
    .output(Nothing),
  changePassword: route
    .route({
      method: 'PUT',
      path: '/session/password',
      successStatus: 204,
      summary: 'Change one’s own password; all other sessions end',
      tags: ['Session'],
    })
    .errors(errorsOf('wrong-credentials', 'guessable-password'))
    .input(
      z.object({
        currentPassword: z.string().min(1).max(PASSWORD_LENGTH_MAX),
        newPassword: NewPassword,
      }),
    )
    .output(Nothing),
  requestRecovery: openRoute
    .route({
      method: 'POST',
      path: '/session/recovery',
      successStatus: 202,
      summary: 'Ask for a link by which to set a new password',
      description:
        'It goes by mail to a user with that address, and ends an hour later. The answer is the same where there is none.',
      tags: ['Session'],
    })
    .input(z.object({ email: z.string().min(1).max(320), language: MailLanguage.default('en') }))
    .output(Nothing),
  recover: openRoute
    .route({
      method: 'PUT',
      path: '/session/recovery',
      successStatus: 204,
      summary: 'Set a new password by that link, once; all sessions and tokens of that person end',
      tags: ['Session'],
    })
    .errors(errorsOf('link-not-valid', 'guessable-password'))
    .input(z.object({ token: z.string().min(1).max(200), newPassword: NewPassword }))
    .output(Nothing),
  setLanguage: route
    .route({
      method: 'PUT',
      path: '/session/language',
      successStatus: 204,
      summary: 'Tell what one uses the page in; mails to that person are written in it from then on',
      tags: ['Session'],
    })
    .input(z.object({ language: MailLanguage }))
    .output(Nothing),
  chooseDomain: route
    .route({
      method: 'PUT',
      path: '/session/domain',
      summary: 'Choose the current domain',
      tags: ['Session'],
    })
    .errors(errorsOf('not-found'))
    .input(z.object({ domainId: GivenId }))
    .output(SessionView),
};
