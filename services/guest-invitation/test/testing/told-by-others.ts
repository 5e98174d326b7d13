import {
  type CloudEvent,
  DownloadCompletedV1,
  DownloadStartedV1,
  type GuestReference,
  type MailLanguage,
  ShareCreatedV1,
  ShareDeletedV1,
  type UserActor,
  type UserCreatedV1,
  UserDisabledV1,
  type UserUpdatedV1,
} from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import type { Facts } from '../../src/testing/builders.ts';

export const REQUESTED_AT = new Date(Date.now() - 1_000).toISOString();

const shareData = (share: Facts) => ({
  shareId: share.shareId,
  accountId: share.accountId,
  version: 1,
  ownerId: share.ownerId,
  ownerName: share.ownerName,
  title: share.title,
  enabled: true,
  actorId: share.ownerId,
  actorName: share.ownerName,
});
export const created = (
  share: Facts,
  guests: GuestReference[],
  language: MailLanguage | null = null,
): CloudEvent =>
  aCloudEvent(ShareCreatedV1, {
    subject: share.shareId,
    data: {
      ...shareData(share),
      assetIds: [],
      invitationRequest: { guests, durationDays: 3, requestedAt: REQUESTED_AT, language },
    },
  });
export const deleted = (share: Facts): CloudEvent =>
  aCloudEvent(ShareDeletedV1, { subject: share.shareId, data: { ...shareData(share), version: 2 } });
export const userTold = (
  definition: typeof UserCreatedV1 | typeof UserUpdatedV1,
  { userId, accountId, email, name, isAdministrator, domainIds }: UserActor,
  version: number,
  language: MailLanguage | null = null,
): CloudEvent => {
  const data = { userId, accountId, version, email, name, isAdministrator, domainIds, language };
  return aCloudEvent(definition, { subject: userId, data });
};
export const disabled = ({ userId, accountId }: UserActor, version: number, time = new Date()): CloudEvent =>
  aCloudEvent(
    UserDisabledV1,
    { subject: userId, data: { userId, accountId, version } },
    { time: time.toISOString() },
  );

const ofDownload = (
  definition: typeof DownloadStartedV1 | typeof DownloadCompletedV1,
  share: Facts,
  invitationId: string | null,
): CloudEvent => {
  const data = {
    downloadId: newId(),
    version: 3,
    kind: 'zip' as const,
    fileName: 'Autumn.zip',
    byteSize: 1,
    entryCount: 1,
    assetIds: [],
    shareId: share.shareId,
    invitationId,
    userId: null,
    accountId: share.accountId,
    actorName: null,
  };
  return aCloudEvent<typeof DownloadStartedV1 | typeof DownloadCompletedV1>(definition, {
    subject: data.downloadId,
    data,
  });
};

/** A download through a share that was begun. */
export const started = (share: Facts, invitationId: string | null): CloudEvent =>
  ofDownload(DownloadStartedV1, share, invitationId);

/** A download through a share that reached its last byte. */
export const completed = (share: Facts, invitationId: string | null): CloudEvent =>
  ofDownload(DownloadCompletedV1, share, invitationId);

/** A share that was made without guests. */
export const createdAlone = (share: Facts): CloudEvent =>
  aCloudEvent(ShareCreatedV1, {
    subject: share.shareId,
    data: { ...shareData(share), assetIds: [], invitationRequest: null },
  });
