import {
  AssetAvailabilityChangedV1,
  AssetCreatedV1,
  AssetDeletedV1,
  AssetRightsChangedV1,
  AssetUpdatedV1,
} from './asset-events.ts';
import { DownloadCompletedV1, DownloadStartedV1 } from './download-events.ts';
import {
  AccountFeaturesChangedV1,
  DomainCreatedV1,
  DomainUpdatedV1,
  UserCreatedV1,
  UserDisabledV1,
  UserRecoveryRequestedV1,
  UserUpdatedV1,
} from './identity-events.ts';
import { ShareCreatedV1, ShareDeletedV1 } from './share-events.ts';

/** A queue that the replicas of one service share, and the types of the events that come into it; `*` for all. */
export interface SubscriptionContract {
  readonly name: string;
  readonly types: readonly string[] | '*';
}

const subscription = (
  name: string,
  ...definitions: readonly { readonly type: string }[]
): SubscriptionContract => ({ name, types: definitions.map(({ type }) => type) });

/**
 * Every queue that keeps events for a service. Whoever publishes declares all of them first: an event reaches only the
 * queues that there are, and on a new installation the one who tells may start before the one who listens. A service
 * whose subscriptions are others than these does not start.
 */
export const SUBSCRIPTIONS: readonly SubscriptionContract[] = [
  { name: 'activity.when-anything-happened', types: '*' },
  subscription('asset.when-domain-created', DomainCreatedV1),
  subscription('asset.when-domain-updated', DomainUpdatedV1),
  subscription('guest-invitation.when-download-completed', DownloadCompletedV1),
  subscription('guest-invitation.when-download-started', DownloadStartedV1),
  subscription('guest-invitation.when-recovery-requested', UserRecoveryRequestedV1),
  subscription('guest-invitation.when-share-created', ShareCreatedV1),
  subscription('guest-invitation.when-share-deleted', ShareDeletedV1),
  subscription('guest-invitation.when-user-changed', UserCreatedV1, UserUpdatedV1),
  subscription('guest-invitation.when-user-disabled', UserDisabledV1),
  subscription('share.when-account-features-changed', AccountFeaturesChangedV1),
  subscription(
    'share.when-asset-changed',
    AssetCreatedV1,
    AssetUpdatedV1,
    AssetAvailabilityChangedV1,
    AssetRightsChangedV1,
  ),
  subscription('share.when-asset-deleted', AssetDeletedV1),
  subscription('share.when-user-disabled', UserDisabledV1),
  subscription('share.when-user-updated', UserUpdatedV1),
];
