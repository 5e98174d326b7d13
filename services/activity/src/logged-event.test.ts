import { expect, test } from '@jest/globals';
import {
  ALL_EVENTS,
  DownloadCompletedV1,
  GuestMailFailedV1,
  ShareAssetsAddedV1,
  UserDisabledV1,
} from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { entryOf, loggedFrom } from './logged-event.ts';

const [shareId, accountId, invitationId, userId] = [newId(), newId(), newId(), newId()];
const share = {
  ...{ shareId, accountId, version: 2, ownerId: userId, ownerName: 'Mia', title: 'Autumn', enabled: true },
  ...{ actorId: userId, actorName: 'Mia' },
};
const guest = {
  ...{ invitationId, shareId, accountId, version: 1, kind: 'external' as const, userId: null },
  ...{ email: 'lena@agency.example', expiresAt: '2026-12-01T00:00:00.000Z', actorId: null, actorName: null },
};
const download = {
  ...{ downloadId: newId(), version: 3, kind: 'zip' as const, fileName: 'Autumn.zip', byteSize: 10 },
  ...{ entryCount: 2, assetIds: [newId(), newId()], shareId, invitationId, userId: null, accountId },
  actorName: 'lena@agency.example',
};

test('when assets were added, then the line says who did it and how many', () => {
  const data = { ...share, assetIds: [newId(), newId()] };
  const event = aCloudEvent(ShareAssetsAddedV1, { subject: shareId, data });
  const logged = loggedFrom(event);
  expect(logged).toMatchObject({ shareId, accountId, invitationId: null, data });
  expect(entryOf(logged)).toEqual({
    id: event.id,
    type: 'share.assets-added',
    at: event.time,
    actor: 'Mia',
    guest: null,
    assetCount: 2,
    detail: null,
  });
});

test('when a mail failed, then the line is about the guest and says why', () => {
  const data = { ...guest, reason: '550 no such mailbox' };
  const logged = loggedFrom(aCloudEvent(GuestMailFailedV1, { subject: invitationId, data }));
  expect(logged).toMatchObject({ shareId, invitationId });
  expect(entryOf(logged)).toMatchObject({ actor: null, guest: guest.email, detail: '550 no such mailbox' });
});

test('when something was downloaded, then the line names the file, and the guest where it was one', () => {
  const event = aCloudEvent(DownloadCompletedV1, { subject: download.downloadId, data: download });
  const ofGuest = { actor: guest.email, guest: guest.email, assetCount: 2, detail: 'Autumn.zip' };
  expect(entryOf(loggedFrom(event))).toMatchObject(ofGuest);
  const byOwner = { ...download, invitationId: null, userId, actorName: 'Mia' };
  expect(entryOf(loggedFrom({ ...event, data: byOwner }))).toMatchObject({ actor: 'Mia', guest: null });
});

test('when an event has no share, is unknown or not of its form, then it is kept with what it tells', () => {
  const data = { userId, accountId, version: 2 };
  const known = aCloudEvent(UserDisabledV1, { subject: userId, data });
  expect(loggedFrom(known)).toMatchObject({ accountId, shareId: null, actor: null, data });
  const later = { ...known, type: 'share.moved.v2', data: { shareId, by: 'Mia' } };
  expect(entryOf(loggedFrom(later))).toMatchObject({ type: 'share.moved', actor: null });
  expect(loggedFrom(later)).toMatchObject({ shareId, accountId: null });
  expect(loggedFrom({ ...known, type: ShareAssetsAddedV1.type, data: { shareId } })).toMatchObject({
    shareId,
    assetCount: null,
  });
  for (const odd of [null, 'text', [], { shareId: 7 }])
    expect(loggedFrom({ ...known, data: odd })).toMatchObject({ shareId: null, data: odd });
});

test('when an event of a share or a guest is declared, then its line is known', () => {
  const about = ALL_EVENTS.filter(({ type }) => /^(share|guest)\./.test(type));
  expect(about.length).toBeGreaterThan(10);
  for (const { type } of about) {
    const data = {
      ...share,
      ...guest,
      assetIds: [],
      invitationRequest: null,
      reason: 'why',
      actorName: 'Mia',
    };
    const logged = loggedFrom({
      ...aCloudEvent(UserDisabledV1, { subject: userId, data: { userId, accountId, version: 1 } }),
      type,
      data,
    });
    expect([type, logged.actor ?? logged.guest]).not.toEqual([type, null]);
  }
});
