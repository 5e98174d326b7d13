import { subscribeEachProcess } from '@vitrine/platform/bus/subscription.ts';
import type { LiveEvents } from './live-events.ts';
import { whenAssetChanged } from './when-asset-changed.ts';
import { whenDownloadChanged } from './when-download-changed.ts';
import { whenGuestChanged } from './when-guest-changed.ts';
import {
  whenAccountFeaturesChanged,
  whenDomainChanged,
  whenUserCreated,
  whenUserDisabled,
  whenUserUpdated,
} from './when-people-changed.ts';
import { whenShareChanged } from './when-share-changed.ts';

/** Who listens is in the memory of the process that answers: each has to hear everything. */
export const liveSubscriptions = (live: LiveEvents) => [
  subscribeEachProcess('gateway.when-asset-changed', whenAssetChanged(live)),
  subscribeEachProcess('gateway.when-share-changed', whenShareChanged(live)),
  subscribeEachProcess('gateway.when-guest-changed', whenGuestChanged(live)),
  subscribeEachProcess('gateway.when-download-changed', whenDownloadChanged(live)),
  subscribeEachProcess('gateway.when-user-created', whenUserCreated(live)),
  subscribeEachProcess('gateway.when-user-updated', whenUserUpdated(live)),
  subscribeEachProcess('gateway.when-user-disabled', whenUserDisabled(live)),
  subscribeEachProcess('gateway.when-account-features-changed', whenAccountFeaturesChanged(live)),
  subscribeEachProcess('gateway.when-domain-changed', whenDomainChanged(live)),
];
