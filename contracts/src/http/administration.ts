import * as z from 'zod';
import { AccountPolicy, DomainPolicy } from '../model/account-policy.ts';
import { NewPassword } from '../model/password.ts';
import { GivenId, Nothing, PageQuery, errorsOf, pageOf, route } from './route.ts';

/** A user as administrators see one. */
export const ManagedUser = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  isAdministrator: z.boolean(),
  /** Whether the person can sign in. */
  isEnabled: z.boolean(),
  /** Those that the person was made a member of, by name. An administrator sees all of the account anyway. */
  domains: z.array(z.object({ id: z.uuid(), name: z.string() })),
  createdAt: z.iso.datetime(),
});
export type ManagedUser = z.infer<typeof ManagedUser>;

/** A domain as administrators see one. */
export const ManagedDomain = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Members who can sign in. */
  memberCount: z.int().nonnegative(),
  /** Whether it asks for more than its account in something. */
  hasOwnPolicy: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type ManagedDomain = z.infer<typeof ManagedDomain>;

/** What an account has or has not. */
export const AccountFeatures = z.object({ shares: z.boolean() });
export type AccountFeatures = z.infer<typeof AccountFeatures>;

/** Null where the password was given: only one that was made here is told, this once. */
const MadePassword = z.string().nullable();

const Search = PageQuery.extend({ q: z.string().max(200).default('') });
const Name = z.string().max(200);
const User = z.object({ id: GivenId });
const Domain = z.object({ id: GivenId });
const Membership = Domain.extend({ userId: GivenId });

const tags = ['Administration'];

/** A route for administrators; it reaches their own account and nothing else. */
const adminRoute = route.errors(errorsOf('not-allowed'));

/** Users, domains, members, features and policy of the caller's own account. Answered by identity, to administrators only. */
export const administrationContract = {
  listUsers: adminRoute
    .route({ method: 'GET', path: '/admin/users', summary: 'Users by name; search and filter', tags })
    .errors(errorsOf('not-found'))
    .input(Search.extend({ domainId: GivenId.optional() }))
    .output(pageOf(ManagedUser)),
  createUser: adminRoute
    .route({
      method: 'POST',
      path: '/admin/users',
      successStatus: 201,
      summary: 'Make a user; without a password one is made and told once',
      tags,
    })
    .meta({ hasSecretAnswer: true })
    .errors(errorsOf('not-found', 'conflict', 'guessable-password'))
    .input(
      z.object({
        email: z.string().max(320),
        name: Name,
        isAdministrator: z.boolean().default(false),
        domainIds: z.array(GivenId).max(1_000).default([]),
        password: NewPassword.optional(),
      }),
    )
    .output(z.object({ user: ManagedUser, password: MadePassword })),
  changeUser: adminRoute
    .route({
      method: 'PATCH',
      path: '/admin/users/{id}',
      summary: 'Rename a user, give or take the role of administrator, disable or enable',
      tags,
    })
    .errors(errorsOf('not-found', 'own-account', 'last-administrator'))
    .input(
      User.extend({
        name: Name.optional(),
        isAdministrator: z.boolean().optional(),
        isEnabled: z.boolean().optional(),
      }),
    )
    .output(ManagedUser),
  setPassword: adminRoute
    .route({
      method: 'PUT',
      path: '/admin/users/{id}/password',
      summary: 'Set a new password, or have one made; ends the sessions of that person',
      tags,
    })
    .meta({ hasSecretAnswer: true })
    .errors(errorsOf('not-found', 'own-account', 'guessable-password'))
    .input(User.extend({ password: NewPassword.optional() }))
    .output(z.object({ password: MadePassword })),
  listDomains: adminRoute
    .route({ method: 'GET', path: '/admin/domains', summary: 'Domains by name, with their members', tags })
    .input(Search)
    .output(pageOf(ManagedDomain)),
  createDomain: adminRoute
    .route({
      method: 'POST',
      path: '/admin/domains',
      successStatus: 201,
      summary: 'Make a domain',
      tags,
    })
    .errors(errorsOf('conflict'))
    .input(z.object({ name: Name }))
    .output(ManagedDomain),
  renameDomain: adminRoute
    .route({ method: 'PATCH', path: '/admin/domains/{id}', summary: 'Rename a domain', tags })
    .errors(errorsOf('not-found', 'conflict'))
    .input(Domain.extend({ name: Name }))
    .output(ManagedDomain),
  addMember: adminRoute
    .route({
      method: 'PUT',
      path: '/admin/domains/{id}/members/{userId}',
      successStatus: 204,
      summary: 'Let a user into a domain',
      tags,
    })
    .errors(errorsOf('not-found'))
    .input(Membership)
    .output(Nothing),
  removeMember: adminRoute
    .route({
      method: 'DELETE',
      path: '/admin/domains/{id}/members/{userId}',
      successStatus: 204,
      summary: 'Take a user out of a domain',
      tags,
    })
    .errors(errorsOf('not-found'))
    .input(Membership)
    .output(Nothing),
  getDomainPolicy: adminRoute
    .route({
      method: 'GET',
      path: '/admin/domains/{id}/policy',
      summary: 'What a domain asks for beside its account',
      tags,
    })
    .errors(errorsOf('not-found'))
    .input(Domain)
    .output(DomainPolicy),
  changeDomainPolicy: adminRoute
    .route({
      method: 'PATCH',
      path: '/admin/domains/{id}/policy',
      summary: 'Change what a domain asks for; where the account is stricter, the account holds',
      tags,
    })
    .errors(errorsOf('not-found', 'invalid-address-domain'))
    .input(Domain.extend(DomainPolicy.partial().shape))
    .output(DomainPolicy),
  getFeatures: adminRoute
    .route({ method: 'GET', path: '/admin/features', summary: 'What the account has', tags })
    .output(AccountFeatures),
  setFeatures: adminRoute
    .route({ method: 'PATCH', path: '/admin/features', summary: 'Switch features on or off', tags })
    .input(AccountFeatures.partial())
    .output(AccountFeatures),
  getPolicy: adminRoute
    .route({ method: 'GET', path: '/admin/policy', summary: 'The policy of the account', tags })
    .output(AccountPolicy),
  changePolicy: adminRoute
    .route({ method: 'PATCH', path: '/admin/policy', summary: 'Change the policy of the account', tags })
    .errors(errorsOf('invalid-address-domain'))
    .input(AccountPolicy.partial())
    .output(AccountPolicy),
};
