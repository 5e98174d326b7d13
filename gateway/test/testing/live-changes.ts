import {
  AccountFeaturesChangedV1,
  AssetCreatedV1,
  AssetUpdatedV1,
  type CloudEvent,
  DomainUpdatedV1,
  DownloadCompletedV1,
  GuestInvitedV1,
  GuestOpenedV1,
  GuestRemovedV1,
  ShareDisabledV1,
  ShareUpdatedV1,
  UserCreatedV1,
  UserDisabledV1,
  UserUpdatedV1,
} from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import type { LiveScene } from './live-readers.ts';

const ofAsset = (definition: typeof AssetUpdatedV1 | typeof AssetCreatedV1, on: LiveScene): CloudEvent =>
  aCloudEvent<typeof AssetUpdatedV1 | typeof AssetCreatedV1>(definition, {
    subject: on.assetId,
    data: {
      assetId: on.assetId,
      accountId: on.account.id,
      domainId: on.domainId,
      version: 2,
      fileName: 'secret name.png',
      title: 'Secret title',
      kind: 'image',
      mediaType: 'image/png',
      byteSize: 1,
      sha256: '0'.repeat(64),
      width: null,
      height: null,
      availability: 'available',
      expiresAt: null,
      shareable: true,
      hasThumbnail: true,
      hasPreview: true,
      actorId: null,
    },
  });

const ofShare = (
  definition: typeof ShareUpdatedV1 | typeof ShareDisabledV1,
  on: LiveScene,
  enabled: boolean,
): CloudEvent =>
  aCloudEvent<typeof ShareUpdatedV1 | typeof ShareDisabledV1>(definition, {
    subject: on.shareId,
    data: {
      shareId: on.shareId,
      accountId: on.account.id,
      version: 2,
      ownerId: on.people.owner.userId,
      ownerName: 'Mia',
      title: 'Secret title',
      enabled,
      actorId: null,
      actorName: null,
    },
  });

type GuestDefinition = typeof GuestOpenedV1 | typeof GuestInvitedV1 | typeof GuestRemovedV1;

const ofGuest = (definition: GuestDefinition, on: LiveScene, userId: string | null): CloudEvent =>
  aCloudEvent<GuestDefinition>(definition, {
    subject: on.invitation.invitationId,
    data: {
      invitationId: userId === null ? on.invitation.invitationId : newId(),
      shareId: on.shareId,
      accountId: on.account.id,
      version: 2,
      kind: userId === null ? 'external' : 'internal',
      userId,
      email: 'secret@agency.example',
      expiresAt: on.invitation.expiresAt,
      actorId: null,
      actorName: null,
    },
  });

const ofUser = (
  definition: typeof UserCreatedV1 | typeof UserUpdatedV1,
  { account, domainId }: LiveScene,
  userId: string,
): CloudEvent =>
  aCloudEvent<typeof UserCreatedV1 | typeof UserUpdatedV1>(definition, {
    subject: userId,
    data: {
      userId,
      accountId: account.id,
      version: 2,
      email: 'secret@acme.example',
      name: 'Secret name',
      isAdministrator: false,
      domainIds: [domainId],
      language: null,
    },
  });

const aDownload = ({ shareId, account, assetId }: LiveScene): CloudEvent =>
  aCloudEvent(DownloadCompletedV1, {
    subject: newId(),
    data: {
      downloadId: newId(),
      version: 3,
      kind: 'file',
      fileName: 'secret name.png',
      byteSize: 1,
      entryCount: 1,
      assetIds: [assetId],
      shareId,
      invitationId: null,
      userId: null,
      accountId: account.id,
      actorName: null,
    },
  });

/** What may happen around the scene, as the services tell it. */
export const changes = {
  'a new asset': (on: LiveScene) => ofAsset(AssetCreatedV1, on),
  'a changed asset': (on: LiveScene) => ofAsset(AssetUpdatedV1, on),
  'a new title of the share': (on: LiveScene) => ofShare(ShareUpdatedV1, on, true),
  'a new title of the share while it is off': (on: LiveScene) => ofShare(ShareUpdatedV1, on, false),
  'the share is off': (on: LiveScene) => ofShare(ShareDisabledV1, on, false),
  'a guest opened it': (on: LiveScene) => ofGuest(GuestOpenedV1, on, null),
  'an internal guest is invited': (on: LiveScene) =>
    ofGuest(GuestInvitedV1, on, on.people['internal guest'].userId),
  'the guest is removed': (on: LiveScene) => ofGuest(GuestRemovedV1, on, null),
  'a download through the share': aDownload,
  'a new user': (on: LiveScene) => ofUser(UserCreatedV1, on, newId()),
  'the colleague is given another name': (on: LiveScene) =>
    ofUser(UserUpdatedV1, on, on.people['colleague in the domain'].userId),
  'the colleague is disabled': ({ account, people }: LiveScene) =>
    aCloudEvent(UserDisabledV1, {
      subject: people['colleague in the domain'].userId,
      data: { userId: people['colleague in the domain'].userId, accountId: account.id, version: 2 },
    }),
  'shares are off for the account': ({ account }: LiveScene) =>
    aCloudEvent(AccountFeaturesChangedV1, {
      subject: account.id,
      data: { accountId: account.id, version: 2, name: 'Acme', features: { shares: false } },
    }),
  'the domain has a new name': ({ account, domainId }: LiveScene) =>
    aCloudEvent(DomainUpdatedV1, {
      subject: domainId,
      data: { domainId, accountId: account.id, version: 2, name: 'Secret name' },
    }),
} satisfies Record<string, (on: LiveScene) => CloudEvent>;
export type ChangeName = keyof typeof changes;
