import { implement } from '@orpc/server';
import {
  type AccountPolicy,
  type Actor,
  type AssetFile,
  type AssetFacts,
  type LiveInvitation,
  type UserActor,
  assetInternalContract,
  columnsOfFiles,
  guestInternalContract,
  identityInternalContract,
} from '@vitrine/contracts';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { localClient } from '@vitrine/platform/http/clients.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import type * as z from 'zod';
import type { ShareClients } from '../../src/clients.ts';
import { knownFrom } from '../../src/fresh-facts.ts';
import { shareability } from '../../src/known-asset.ts';

export type Facts = z.infer<typeof AssetFacts>;
export type Invitation = z.infer<typeof LiveInvitation> & { secretVersion: number };

/** What the services beside share know, and whether they answer at all. */
export interface World {
  readonly assets: Map<string, Facts>;
  readonly users: Map<string, UserActor>;
  /** Of accounts, and of domains, that set one. */
  readonly policies: Map<string, Partial<AccountPolicy>>;
  readonly invitations: Map<string, Invitation>;
  /** Domains that are not for the guests of any share. */
  readonly notForGuests: Set<string>;
  isGuestServiceDown: boolean;
  /** What is waited for before guests are counted. */
  guestsAreCountedAfter: Promise<unknown>;
  isIdentityDown: boolean;
  isAssetServiceDown: boolean;
  /** Whether nobody may invite any more within the hour. */
  hasNoRoomForInvitations: boolean;
  /** The calls that share made, by route. */
  readonly calls: string[];
}

export const emptyWorld = (): World => ({
  assets: new Map(),
  users: new Map(),
  policies: new Map(),
  invitations: new Map(),
  notForGuests: new Set(),
  isGuestServiceDown: false,
  guestsAreCountedAfter: Promise.resolve(),
  isIdentityDown: false,
  isAssetServiceDown: false,
  hasNoRoomForInvitations: false,
  calls: [],
});

/** Peers that answer by their own contracts, as the real ones do, out of a world that tests can change. */
export const peersIn = (world: World): ShareClients => ({
  asset: localClient(assetInternalContract, () => assetRouter(world), quietLog),
  guest: localClient(guestInternalContract, () => guestRouter(world), quietLog),
  identity: localClient(identityInternalContract, () => identityRouter(world), quietLog),
});

const assetRouter = (world: World) => {
  const { assets, calls } = world;
  const os = implement(assetInternalContract).$context<ServiceContext>();
  const visibleTo = (actor: Actor, assetIds: readonly string[]): Facts[] => {
    const { domainIds } = userOf(actor);
    const found = assetIds.map((assetId) => assets.get(assetId));
    const visible = found.flatMap((facts) => (facts && domainIds.includes(facts.domainId) ? [facts] : []));
    if (visible.length < found.length) throw new AppError('not-found');
    return visible;
  };
  return {
    visibleTo: os.visibleTo.handler(({ input: { assetIds }, context }) => {
      calls.push('asset.visibleTo');
      return { assets: visibleTo(context.actor, assetIds) };
    }),
    visibleFiles: os.visibleFiles.handler(({ input: { assetIds }, context }) => {
      calls.push('asset.visibleFiles');
      return columnsOfFiles(visibleTo(context.actor, assetIds).map(fileOf));
    }),
    files: os.files.handler(({ input, context }) => {
      calls.push('asset.files');
      serviceOf(context.actor);
      if (world.isAssetServiceDown) throw new AppError('temporarily-unavailable');
      const found = input.assetIds.flatMap((assetId) => assets.get(assetId) ?? []);
      return columnsOfFiles(found.map(fileOf));
    }),
  };
};

/** That one expires by itself, as asset tells it. */
const fileOf = (facts: Facts): AssetFile => ({
  ...facts,
  createdAt: Date.parse(facts.createdAt),
  reason: shareability({ ...knownFrom(facts), shareable: true }, new Date()),
});

const guestRouter = (world: World) => {
  const os = implement(guestInternalContract).$context<ServiceContext>();
  const answering = ({ actor }: ServiceContext, route: string): Invitation[] => {
    world.calls.push(route);
    serviceOf(actor);
    if (world.isGuestServiceDown) throw new AppError('temporarily-unavailable');
    return [...world.invitations.values()];
  };
  return {
    live: os.live.handler(({ input, context }) => {
      const invitation = answering(context, 'guest.live').find(
        (each) => each.invitationId === input.invitationId && each.secretVersion === input.secretVersion,
      );
      if (invitation === undefined) throw new AppError('link-not-valid');
      return invitation;
    }),
    ofUser: os.ofUser.handler(({ input, context }) => ({
      invitation: answering(context, 'guest.ofUser').find(isOf(input)) ?? null,
    })),
    openAsUser: os.openAsUser.handler(({ input, context }) => {
      const invitation = answering(context, 'guest.openAsUser').find(isOf(input));
      if (invitation !== undefined) invitation.isOpened = true;
    }),
    countInvitations: os.countInvitations.handler(({ input, context }) => {
      answering(context, `guest.countInvitations ${input.count}`);
      if (world.hasNoRoomForInvitations) throw new AppError('invitation-limit-reached');
    }),
    countGuests: os.countGuests.handler(async ({ input, context }) => {
      await world.guestsAreCountedAfter;
      const counts = Map.groupBy(answering(context, 'guest.countGuests'), ({ shareId }) => shareId);
      return {
        shares: input.shareIds.flatMap((shareId) => {
          const guestCount = counts.get(shareId)?.length ?? 0;
          return guestCount === 0 ? [] : [{ shareId, guestCount }];
        }),
      };
    }),
    domainsNotForGuests: os.domainsNotForGuests.handler(({ input, context }) => {
      answering(context, 'guest.domainsNotForGuests');
      const domainIds = input.domains.map(({ domainId }) => domainId);
      return { domainIds: domainIds.filter((id) => world.notForGuests.has(id)) };
    }),
    allOfUser: os.allOfUser.handler(({ input, context }) => {
      const invitations = answering(context, 'guest.allOfUser').filter(
        ({ userId }) => userId === input.userId,
      );
      return { invitations };
    }),
  };
};

const isOf = (asked: Pick<Invitation, 'userId' | 'shareId'>) => (each: Invitation) =>
  each.userId === asked.userId && each.shareId === asked.shareId;

/** Of an account that never set one. */
const ANY_POLICY: AccountPolicy = {
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
  const { users, policies, calls } = world;
  const os = implement(identityInternalContract).$context<ServiceContext>();
  return {
    invitationPolicies: os.invitationPolicies.handler(({ input, context }) => {
      serviceOf(context.actor);
      if (world.isIdentityDown) throw new AppError('temporarily-unavailable');
      const account = { ...ANY_POLICY, ...policies.get(input.accountId) };
      const domains = input.domainIds.flatMap((domainId) => {
        const policy = policies.get(domainId);
        return policy === undefined ? [] : [{ domainId, policy: { ...account, ...policy } }];
      });
      return { account, domains };
    }),
    findUsers: os.findUsers.handler(({ input, context }) => {
      calls.push('identity.findUsers');
      serviceOf(context.actor);
      const emails = input.emails.map((email) => email.toLowerCase());
      const found = [...users.values()].filter(
        ({ userId, accountId, email }) =>
          accountId === input.accountId &&
          (input.userIds.includes(userId) || emails.includes(email.toLowerCase())),
      );
      return { users: found.map(({ userId, name, email }) => ({ id: userId, name, email })) };
    }),
  };
};
