import { implement } from '@orpc/server';
import { guestInternalContract, identityInternalContract, shareInternalContract } from '@vitrine/contracts';
import type { LiveInvitation, SessionRule, ShareFacts, TokenScope, UserProfile } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { localClient } from '@vitrine/platform/http/clients.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { guestPeer } from './guest-peer.ts';

/** A share, as much of it as decides who hears of it. */
export interface SharedFor {
  accountId: string;
  ownerId: string;
  enabled: boolean;
  assetIds: string[];
}

/** What the services that the gateway asks know; a test changes it as it likes. */
export interface World {
  people: Map<string, { password: string; profile: UserProfile }>;
  /** By the secret of a recovery. */
  recoveries: Map<string, { password: string; profile: UserProfile }>;
  /** By the hash of their secrets. */
  tokens: Map<string, { tokenId: string; userId: string; scopes: TokenScope[] }>;
  /** Which sessions of a person count, by the id; all of them where nothing is said. */
  sessionRules: Map<string, SessionRule>;
  owners: Set<string>;
  invited: Set<string>;
  /** By the token of the link. */
  invitations: Map<string, LiveInvitation & { secretVersion: number; secondsLeft?: number }>;
  /** The links that do not suffice without a code. */
  codesAskedOf: Set<string>;
  /** The link of each browser that waits for a code, by the secret of the browser. */
  codes: Map<string, string>;
  /** By its id. */
  shares: Map<string, SharedFor>;
  /** By the id of the internal guest. */
  received: Map<string, LiveInvitation[]>;
  /** Whether share and guest-invitation answer. */
  isShareDown: boolean;
  /** What share waits for before it tells whether somebody owns a share. */
  ownersAreToldAfter: Promise<unknown>;
  calls: string[];
}

export const aWorld = (): World => ({
  people: new Map(),
  recoveries: new Map(),
  tokens: new Map(),
  sessionRules: new Map(),
  owners: new Set(),
  invited: new Set(),
  invitations: new Map(),
  codesAskedOf: new Set(),
  codes: new Map(),
  shares: new Map(),
  received: new Map(),
  isShareDown: false,
  ownersAreToldAfter: Promise.resolve(),
  calls: [],
});

export const clientsOf = (world: World) => ({
  identity: localClient(identityInternalContract, () => identityPeer(world), quietLog),
  share: localClient(shareInternalContract, () => sharePeer(world), quietLog),
  guest: localClient(guestInternalContract, () => guestPeer(world), quietLog),
});

const ruleOf = ({ sessionRules }: World, userId: string): SessionRule =>
  sessionRules.get(userId) ?? { sessionEpoch: 1, keptSessionId: null };

const beginEpoch = (world: World, userId: string, keptSessionId: string | null): void => {
  const { sessionEpoch } = ruleOf(world, userId);
  world.sessionRules.set(userId, { sessionEpoch: sessionEpoch + 1, keptSessionId });
};

const identityPeer = (world: World) => {
  const { people, calls } = world;
  const os = implement(identityInternalContract).$context<ServiceContext>();
  const personOf = (userId: string) => {
    const person = [...people.values()].find(({ profile }) => profile.userId === userId);
    if (!person) throw new AppError('not-found');
    return person;
  };
  return os.router({
    verifyCredentials: os.verifyCredentials.handler(({ input, context }) => {
      calls.push(`verify ${input.email} for ${serviceOf(context.actor).service}`);
      const person = people.get(input.email);
      if (person?.password !== input.password) throw new AppError('wrong-credentials');
      const { userId } = person.profile;
      return { userId, sessionEpoch: ruleOf(world, userId).sessionEpoch };
    }),
    invitationPolicies: os.invitationPolicies.handler(notAsked),
    policyOf: os.policyOf.handler(() => ({
      remindGuests: true,
      remindOwners: true,
      reportFailures: true,
      longestDurationDays: 28 as const,
      externalGuests: true,
      allowedDomains: [],
      blockedDomains: [],
      codeRequired: false,
      linksToCopy: true,
      invitationsPerHour: null,
      guestDataDays: null,
    })),
    profile: os.profile.handler(({ input, context }) => {
      calls.push(`profile for ${serviceOf(context.actor).service}`);
      return { ...personOf(input.userId).profile, ...ruleOf(world, input.userId) };
    }),
    setLanguage: os.setLanguage.handler(({ input }) => {
      personOf(input.userId).profile.language = input.language;
    }),
    changePassword: os.changePassword.handler(({ input }) => {
      const person = personOf(input.userId);
      if (person.password !== input.currentPassword) throw new AppError('wrong-credentials');
      person.password = input.newPassword;
      beginEpoch(world, input.userId, input.keptSessionId);
    }),
    requestRecovery: os.requestRecovery.handler(({ input }) => {
      calls.push(`recovery of ${input.email}`);
    }),
    giveRecovery: os.giveRecovery.handler(notAsked),
    recover: os.recover.handler(({ input }) => {
      const person = world.recoveries.get(input.token);
      if (!person) throw new AppError('link-not-valid');
      world.recoveries.delete(input.token);
      person.password = input.newPassword;
      const { userId, account, name } = person.profile;
      beginEpoch(world, userId, null);
      return { userId, accountId: account.id, name };
    }),
    endSessions: os.endSessions.handler(({ input }) => {
      beginEpoch(world, input.userId, input.keptSessionId);
    }),
    findToken: os.findToken.handler(({ input, context }) => {
      serviceOf(context.actor);
      const token = world.tokens.get(input.secretHash);
      if (!token) throw new AppError('not-found');
      return token;
    }),
    signInWithOidc: os.signInWithOidc.handler(notAsked),
    userByEmail: os.userByEmail.handler(({ input }) => {
      const person = people.get(input.email);
      if (!person) throw new AppError('not-found');
      const { userId, name, account } = person.profile;
      return { userId, accountId: account.id, name };
    }),
    findUsers: os.findUsers.handler(() => ({ users: [] })),
  });
};

const notAsked = () => {
  throw new AppError('not-found');
};

const sharePeer = (world: World) => {
  const os = implement(shareInternalContract).$context<ServiceContext>();
  return os.router({
    facts: os.facts.handler(({ input }) => factsOf(world, input.shareId)),
    domains: os.domains.handler(notAsked),
    managedBy: os.managedBy.handler(notAsked),
    takeable: os.takeable.handler(notAsked),
    canSee: os.canSee.handler(notAsked),
    holding: os.holding.handler(({ input }) => ({
      shares: [...world.shares]
        .filter(([, { assetIds }]) => assetIds.some((id) => input.assetIds.includes(id)))
        .map(([shareId, { accountId, ownerId, enabled }]) => ({ shareId, accountId, ownerId, enabled })),
    })),
    ownsAny: os.ownsAny.handler(async ({ input }) => {
      await world.ownersAreToldAfter;
      if (world.isShareDown) throw new AppError('temporarily-unavailable');
      return { ownsAny: world.owners.has(input.userId) };
    }),
  });
};

const factsOf = ({ shares, isShareDown }: World, shareId: string): ShareFacts => {
  if (isShareDown) throw new AppError('temporarily-unavailable');
  const share = shares.get(shareId);
  if (!share) throw new AppError('not-found');
  return {
    shareId,
    accountId: share.accountId,
    ownerId: share.ownerId,
    ownerName: 'Mia',
    ownerEmail: 'mia@acme.test',
    title: 'Autumn',
    description: '',
    assetCount: share.assetIds.length,
    isOpen: share.enabled,
    invitationMessage: null,
    guestsNamedAt: null,
    codeRequired: false,
  };
};
