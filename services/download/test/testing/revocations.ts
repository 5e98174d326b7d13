import {
  AccountFeaturesChangedV1,
  AssetAvailabilityChangedV1,
  AssetDeletedV1,
  type AssetFacts,
  AssetRightsChangedV1,
  type CloudEvent,
  GuestExpiredV1,
  type GuestActor,
  GuestRemovedV1,
  GuestRenewedV1,
  GuestResentV1,
  ShareAssetsRemovedV1,
  ShareDeletedV1,
  ShareDisabledV1,
  type UserActor,
  UserDisabledV1,
} from '@vitrine/contracts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';

/** Whom and what an event is about. */
export interface Subject {
  readonly owner: UserActor;
  readonly guest: GuestActor;
  readonly asset: AssetFacts;
}

const assetData = ({ crc32: _c, objectKey: _o, createdAt: _t, reason: _r, ...facts }: AssetFacts) => ({
  ...facts,
  actorId: null,
});
const shareData = ({ owner, guest }: Subject) => ({
  shareId: guest.shareId,
  accountId: owner.accountId,
  version: 2,
  ownerId: owner.userId,
  ownerName: owner.name,
  title: 'Autumn',
  enabled: false,
  actorId: owner.userId,
  actorName: owner.name,
});
const guestData = ({ owner, guest }: Subject) => ({
  invitationId: guest.invitationId,
  shareId: guest.shareId,
  accountId: owner.accountId,
  version: 2,
  kind: 'external' as const,
  userId: null,
  email: 'lena@agency.example',
  expiresAt: '2026-11-01T00:00:00.000Z',
  actorId: null,
  actorName: null,
});
type Ending = typeof GuestRemovedV1 | typeof GuestExpiredV1 | typeof GuestRenewedV1 | typeof GuestResentV1;
const ofGuest = (definition: Ending) => (on: Subject) =>
  aCloudEvent<Ending>(definition, { subject: on.guest.invitationId, data: guestData(on) });
const ofShare = (definition: typeof ShareDisabledV1 | typeof ShareDeletedV1) => (on: Subject) =>
  aCloudEvent<typeof ShareDisabledV1 | typeof ShareDeletedV1>(definition, {
    subject: on.guest.shareId,
    data: shareData(on),
  });

/** The events that take something away, each of a subject. */
export const revoking: Record<string, (on: Subject) => CloudEvent> = {
  'asset.availability-changed': ({ asset }) =>
    aCloudEvent(AssetAvailabilityChangedV1, {
      subject: asset.assetId,
      data: { ...assetData(asset), availability: 'unavailable' },
    }),
  'asset.rights-changed': ({ asset }) =>
    aCloudEvent(AssetRightsChangedV1, {
      subject: asset.assetId,
      data: { ...assetData(asset), shareable: false },
    }),
  'asset.deleted': ({ asset: { assetId, accountId, domainId, version, fileName } }) =>
    aCloudEvent(AssetDeletedV1, {
      subject: assetId,
      data: { assetId, accountId, domainId, version, fileName, actorId: null },
    }),
  'share.disabled': ofShare(ShareDisabledV1),
  'share.deleted': ofShare(ShareDeletedV1),
  'share.assets-removed': (on) =>
    aCloudEvent(ShareAssetsRemovedV1, {
      subject: on.guest.shareId,
      data: { ...shareData(on), assetIds: [on.asset.assetId] },
    }),
  'guest.removed': ofGuest(GuestRemovedV1),
  'guest.expired': ofGuest(GuestExpiredV1),
  'guest.renewed': ofGuest(GuestRenewedV1),
  'guest.resent': ofGuest(GuestResentV1),
  'user.disabled': ({ owner: { userId, accountId } }) =>
    aCloudEvent(UserDisabledV1, { subject: userId, data: { userId, accountId, version: 2 } }),
  'account.features-changed': ({ owner: { accountId } }) =>
    aCloudEvent(AccountFeaturesChangedV1, {
      subject: accountId,
      data: { accountId, version: 2, name: 'Acme', features: { shares: false } },
    }),
};
