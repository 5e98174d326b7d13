import { implement } from '@orpc/server';
import {
  type AccountPolicy,
  type UserActor,
  identityInternalContract,
  shareInternalContract,
} from '@vitrine/contracts';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { localClient } from '@vitrine/platform/http/clients.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import type { GuestClients } from '../../src/clients.ts';
import type { Facts } from '../../src/testing/builders.ts';

/** What the services beside guest-invitation know, and whether they answer at all. */
export interface World {
  readonly shares: Map<string, Facts>;
  readonly users: Map<string, UserActor>;
  /** Of accounts, and of domains, that set one. */
  readonly policies: Map<string, Partial<AccountPolicy>>;
  /** The domains whose assets a share holds; of none where nothing is said. */
  readonly domainsOf: Map<string, string[]>;
  /** The hash of the secret by which each recovery is used. */
  readonly recoveries: Map<string, string>;
  readonly endedRecoveries: Set<string>;
  isShareDown: boolean;
  isIdentityDown: boolean;
}

export const emptyWorld = (): World => ({
  shares: new Map(),
  users: new Map(),
  policies: new Map(),
  domainsOf: new Map(),
  recoveries: new Map(),
  endedRecoveries: new Set(),
  isShareDown: false,
  isIdentityDown: false,
});

/** Peers that answer by their own contracts, as the real ones do, out of a world that tests can change. */
export const peersIn = (world: World): GuestClients => ({
  share: localClient(shareInternalContract, () => shareRouter(world), quietLog),
  identity: localClient(identityInternalContract, () => identityRouter(world), quietLog),
});

const shareRouter = (world: World) => {
  const os = implement(shareInternalContract).$context<ServiceContext>();
  const existing = (shareId: string): Facts => {
    if (world.isShareDown) throw new AppError('temporarily-unavailable');
    const share = world.shares.get(shareId);
    if (share === undefined) throw new AppError('not-found');
    return share;
  };
  return {
    facts: os.facts.handler(({ input, context }) => {
      serviceOf(context.actor);
      return existing(input.shareId);
    }),
    domains: os.domains.handler(({ input, context }) => {
      serviceOf(context.actor);
      existing(input.shareId);
      return { domainIds: world.domainsOf.get(input.shareId) ?? [] };
    }),
    managedBy: os.managedBy.handler(({ input, context }) => {
      const user = userOf(context.actor);
      if (!user.sharesEnabled) throw new AppError('shares-not-enabled');
      const share = existing(input.shareId);
      const isAdministrator = user.isAdministrator && user.accountId === share.accountId;
      if (share.ownerId !== user.userId && !isAdministrator) throw new AppError('not-found');
      return share;
    }),
  };
};

/** Of an account that never set one. */
export const ANY_POLICY: AccountPolicy = {
  remindGuests: true,
  remindOwners: true,
  reportFailures: true,
  longestDurationDays: 28,
  externalGuests: true,
  allowedDomains: [],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
  guestDataDays: null,
};

const identityRouter = (world: World) => {
  const os = implement(identityInternalContract).$context<ServiceContext>();
  return {
    policyOf: os.policyOf.handler(({ input, context }) => {
      serviceOf(context.actor);
      if (world.isIdentityDown) throw new AppError('temporarily-unavailable');
      return { ...ANY_POLICY, ...world.policies.get(input.accountId) };
    }),
    invitationPolicies: os.invitationPolicies.handler(({ input, context }) => {
      serviceOf(context.actor);
      if (world.isIdentityDown) throw new AppError('temporarily-unavailable');
      const account = { ...ANY_POLICY, ...world.policies.get(input.accountId) };
      const own = input.domainIds.flatMap((domainId) => {
        const policy = world.policies.get(domainId);
        return policy === undefined ? [] : [{ domainId, policy: { ...account, ...policy } }];
      });
      return { account, domains: own };
    }),
    giveRecovery: os.giveRecovery.handler(({ input, context }) => {
      serviceOf(context.actor);
      if (world.isIdentityDown) throw new AppError('temporarily-unavailable');
      if (world.endedRecoveries.has(input.recoveryId)) throw new AppError('not-found');
      world.recoveries.set(input.recoveryId, input.secretHash);
    }),
    findUsers: os.findUsers.handler(({ input, context }) => {
      serviceOf(context.actor);
      if (world.isIdentityDown) throw new AppError('temporarily-unavailable');
      const emails = input.emails.map((email) => email.toLowerCase());
      const found = [...world.users.values()].filter(
        ({ accountId, userId, email }) =>
          accountId === input.accountId &&
          (input.userIds.includes(userId) || emails.includes(email.toLowerCase())),
      );
      return { users: found.map(({ userId, name, email }) => ({ id: userId, name, email })) };
    }),
  };
};
