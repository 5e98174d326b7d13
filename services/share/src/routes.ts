import { implement } from '@orpc/server';
import { guestAccessContract, shareInternalContract, sharesContract } from '@vitrine/contracts';
import { guestOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { type ReachShare, reachShare } from './access.ts';
import { addAssets } from './add-assets/add-assets.ts';
import { changeShare } from './change-share/change-share.ts';
import { checkSelection } from './check-selection/check-selection.ts';
import type { ShareClients } from './clients.ts';
import { createShare } from './create-share/create-share.ts';
import { decideTakeable } from './decide-takeable/decide-takeable.ts';
import { decideVisible } from './decide-visible/decide-visible.ts';
import { deleteShare } from './delete-share/delete-share.ts';
import { listAssets } from './list-assets/list-assets.ts';
import { listShares } from './list-shares/list-shares.ts';
import { removeAssets } from './remove-assets/remove-assets.ts';
import type { ShareDatabase } from './share-repository.ts';
import { showShare } from './show-share/show-share.ts';
import { showToGuest } from './show-to-guest/show-to-guest.ts';
import { tellDomains, tellFacts, tellHolding, tellManager, tellOwnsAny } from './tell-facts/tell-facts.ts';

export interface RouteDeps {
  readonly database: ShareDatabase;
  readonly clients: ShareClients;
  readonly newId: () => string;
}

type Deps = RouteDeps & { readonly reach: ReachShare };

/** All routes of share. */
export const shareRoutes = (given: RouteDeps) => {
  const { repositories } = given.database;
  const { hasShares } = repositories.accounts;
  const deps = {
    ...given,
    reach: reachShare({ clients: given.clients, hasShares, findShare: repositories.shares.byId }),
  };
  return {
    publicRouter: { shares: sharesRouter(deps), guest: guestRouter(deps) },
    internalRouter: internalRouter(deps),
  };
};

const sharesRouter = (deps: Deps) => {
  const os = implement(sharesContract).$context<ServiceContext>();
  return os.router({
    check: os.check.handler(({ input, context }) => checkSelection(deps)(input, userOf(context.actor))),
    create: os.create.handler(({ input, context }) => createShare(deps)(input, userOf(context.actor))),
    list: os.list.handler(({ input, context }) => listShares(deps)(input, userOf(context.actor))),
    get: os.get.handler(({ input, context }) => showShare(deps)(input, userOf(context.actor))),
    change: os.change.handler(({ input, context }) =>
      changeShare(deps)({ ...input, ifMatch: context.ifMatch }, userOf(context.actor)),
    ),
    remove: os.remove.handler(async ({ input, context }) => {
      await deleteShare(deps)({ ...input, ifMatch: context.ifMatch }, userOf(context.actor));
      return undefined;
    }),
    assets: os.assets.handler(({ input, context }) => listAssets(deps)(input, userOf(context.actor))),
    addAssets: os.addAssets.handler(({ input, context }) => addAssets(deps)(input, userOf(context.actor))),
    removeAssets: os.removeAssets.handler(({ input, context }) =>
      removeAssets(deps)(input, userOf(context.actor)),
    ),
  });
};

const guestRouter = (deps: Deps) => {
  const os = implement(guestAccessContract).$context<ServiceContext>();
  return os.router({
    share: os.share.handler(({ context }) => showToGuest(deps)(guestOf(context.actor))),
    assets: os.assets.handler(({ input, context }) => {
      const guest = guestOf(context.actor);
      return listAssets(deps)({ ...input, id: guest.shareId }, guest);
    }),
  });
};

const internalRouter = (deps: Deps) => {
  const os = implement(shareInternalContract).$context<ServiceContext>();
  return os.router({
    facts: os.facts.handler(({ input, context }) => tellFacts(deps)(input, context.actor)),
    domains: os.domains.handler(({ input, context }) => tellDomains(deps)(input, context.actor)),
    managedBy: os.managedBy.handler(({ input, context }) => tellManager(deps)(input, context.actor)),
    takeable: os.takeable.handler(({ input, context }) => decideTakeable(deps)(input, context.actor)),
    canSee: os.canSee.handler(({ input, context }) => decideVisible(deps)(input, context.actor)),
    holding: os.holding.handler(({ input, context }) => tellHolding(deps)(input, context.actor)),
    ownsAny: os.ownsAny.handler(({ input, context }) => tellOwnsAny(deps)(input, context.actor)),
  });
};
