import { implement } from '@orpc/server';
import {
  type Actor,
  type AssetFacts,
  type AssetFile,
  type UserActor,
  assetInternalContract,
  columnsOfFiles,
  identityInternalContract,
  shareInternalContract,
} from '@vitrine/contracts';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { localClient } from '@vitrine/platform/http/clients.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import type { DownloadClients } from '../../src/clients.ts';

interface PeerShare {
  readonly owner: UserActor;
  readonly title: string;
  readonly assetIds: Set<string>;
  isEnabled: boolean;
  /** The secret versions of the live invitations, by id. */
  readonly invitations: Map<string, number>;
  /** How many downloads each guest may begin. */
  downloadsMax: number | null;
}

/** What the services beside download know, and whether they answer at all. */
export interface World {
  readonly assets: Map<string, AssetFacts>;
  readonly users: Map<string, UserActor>;
  readonly shares: Map<string, PeerShare>;
  readonly down: Set<'asset' | 'share' | 'identity'>;
  /** The calls that download made, by route. */
  readonly calls: string[];
}

export const emptyWorld = (): World => ({
  assets: new Map(),
  users: new Map(),
  shares: new Map(),
  down: new Set(),
  calls: [],
});

/** Peers that answer by their own contracts, as the real ones do, out of a world that tests can change. */
export const peersIn = (world: World): DownloadClients => ({
  asset: localClient(assetInternalContract, () => assetRouter(world), quietLog),
  share: localClient(shareInternalContract, () => shareRouter(world), quietLog),
  identity: localClient(identityInternalContract, () => identityRouter(world), quietLog),
});

const called = (world: World, service: 'asset' | 'share' | 'identity', route: string): void => {
  world.calls.push(`${service}.${route}`);
  if (world.down.has(service)) throw new AppError('temporarily-unavailable');
};

const assetRouter = (world: World) => {
  const os = implement(assetInternalContract).$context<ServiceContext>();
  const known = (assetIds: readonly string[]) => assetIds.flatMap((id) => world.assets.get(id) ?? []);
  return {
    visibleFiles: os.visibleFiles.handler(({ input: { assetIds }, context }) => {
      called(world, 'asset', 'visibleFiles');
      const { domainIds } = userOf(context.actor);
      const assets = known(assetIds).filter(({ domainId }) => domainIds.includes(domainId));
      if (assets.length < assetIds.length) throw new AppError('not-found');
      return columnsOfFiles(assets.map(fileOf));
    }),
    files: os.files.handler(({ input, context }) => {
      called(world, 'asset', 'files');
      serviceOf(context.actor);
      return columnsOfFiles(known(input.assetIds).map(fileOf));
    }),
  };
};

const fileOf = ({ createdAt, ...facts }: AssetFacts): AssetFile => ({
  ...facts,
  createdAt: Date.parse(createdAt),
});

/** The invitation by which somebody takes something; null for the owner. */
const invitationOf = (share: PeerShare | undefined, shareId: string, actor: Actor): string | null => {
  if (actor.kind === 'guest') {
    const lives = share?.isEnabled && share.invitations.get(actor.invitationId) === actor.secretVersion;
    if (!lives || actor.shareId !== shareId) throw new AppError('link-not-valid');
    return actor.invitationId;
  }
  if (!userOf(actor).sharesEnabled) throw new AppError('shares-not-enabled');
  if (share?.owner.userId !== userOf(actor).userId) throw new AppError('not-found');
  return null;
};

/** An owner has no more through a share than through their domains. */
const notTheirs = (actor: Actor, domainId: string) =>
  actor.kind === 'user' && !actor.domainIds.includes(domainId) ? ('not-in-your-domains' as const) : null;

const shareRouter = (world: World) => {
  const os = implement(shareInternalContract).$context<ServiceContext>();
  return {
    takeable: os.takeable.handler(({ input: { shareId, assetIds }, context: { actor } }) => {
      called(world, 'share', 'takeable');
      const share = world.shares.get(shareId);
      const invitationId = invitationOf(share, shareId, actor);
      const assets = assetIds.flatMap((id) => world.assets.get(id) ?? []);
      const areMembers = assetIds.every((id) => share?.assetIds.has(id));
      if (!share || !areMembers || assets.length < assetIds.length) throw new AppError('not-found');
      const reasonOf = ({ reason, shareable, domainId }: AssetFacts) =>
        reason ?? (shareable ? null : ('may-not-be-shared' as const)) ?? notTheirs(actor, domainId);
      return {
        assetIds: assets.filter((asset) => reasonOf(asset) === null).map(({ assetId }) => assetId),
        excluded: assets.flatMap((asset) => {
          const reason = reasonOf(asset);
          return reason === null ? [] : [{ assetId: asset.assetId, fileName: asset.fileName, reason }];
        }),
        title: share.title,
        invitationId,
        accountId: share.owner.accountId,
        downloadsMax: share.downloadsMax,
        actorName: actor.kind === 'user' ? actor.name : 'lena@agency.example',
      };
    }),
  };
};

const identityRouter = (world: World) => {
  const os = implement(identityInternalContract).$context<ServiceContext>();
  return {
    profile: os.profile.handler(({ input, context }) => {
      called(world, 'identity', 'profile');
      serviceOf(context.actor);
      const user = world.users.get(input.userId);
      if (user === undefined) throw new AppError('not-found');
      const { userId, name, email, isAdministrator, accountId, sharesEnabled, domainIds } = user;
      const account = { id: accountId, name: 'Acme', features: { shares: sharesEnabled } };
      return {
        userId,
        name,
        email,
        isAdministrator,
        account,
        domains: domainIds.map((id) => ({ id, name: 'Brand' })),
        language: null,
      };
    }),
  };
};
