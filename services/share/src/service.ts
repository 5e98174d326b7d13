import { subscribe } from '@vitrine/platform/bus/subscription.ts';
import type { ServiceRoutes } from '@vitrine/platform/http/service-app.ts';
import { type RouteDeps, shareRoutes } from './routes.ts';
import { whenAccountFeaturesChanged } from './when-account-features-changed/when-account-features-changed.ts';
import { whenAssetChanged } from './when-asset-changed/when-asset-changed.ts';
import { whenAssetDeleted } from './when-asset-deleted/when-asset-deleted.ts';
import { whenUserDisabled } from './when-user-disabled/when-user-disabled.ts';
import { whenUserUpdated } from './when-user-updated/when-user-updated.ts';

/** What share stands on. */
export type ShareDeps = RouteDeps;

/** All that share does: what it answers and what it reacts to. */
export const createShareService = (deps: ShareDeps) => ({
  routes: shareRoutes(deps) satisfies ServiceRoutes,
  subscriptions: [
    subscribe('share.when-asset-changed', whenAssetChanged),
    subscribe('share.when-asset-deleted', whenAssetDeleted),
    subscribe('share.when-account-features-changed', whenAccountFeaturesChanged),
    subscribe('share.when-user-disabled', whenUserDisabled),
    subscribe('share.when-user-updated', whenUserUpdated),
  ],
});
