import { expect, test } from '@jest/globals';
import {
  ASSETS_MAX,
  ShareAssetsAddedV1,
  ShareAssetsRemovedV1,
  ShareCreatedV1,
  ShareDeletedV1,
  ShareDisabledV1,
  ShareEnabledV1,
  ShareUpdatedV1,
} from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import { addAssets, changeShare, deleteShare, disableShare, openShare, removeAssets } from './share.ts';
import { aKnownAsset, aShare, aUser } from './testing/builders.ts';

const now = new Date('2026-10-02T12:00:00.000Z');
const mia = aUser();
const share = aShare({ ownerId: mia.userId, accountId: mia.accountId });
const act = { by: mia, now };
const told = (overrides: object = {}) => ({
  shareId: share.id,
  accountId: share.accountId,
  version: share.version + 1,
  ownerId: share.ownerId,
  ownerName: share.ownerName,
  title: share.title,
  enabled: share.enabled,
  actorId: mia.userId,
  actorName: mia.name,
  ...overrides,
});

test('when a share is opened, then it holds what can be shared and tells of its guests in the same event', () => {
  const [good, bad] = [aKnownAsset(), aKnownAsset({ availability: 'unavailable' })];
  const invitationRequest = {
    guests: [{ email: 'lena@agency.example' }],
    durationDays: 7 as const,
    requestedAt: now.toISOString(),
    language: null,
  };
  const options = { codeRequired: true, downloadsMax: 5 };
  const opening = { id: share.id, owner: mia, title: 'Autumn', description: '', now, ...options };
  const opened = openShare({
    ...opening,
    candidates: [good, bad, good],
    invitationRequest,
    invitationMessage: 'Hello',
  });
  expect(opened.share).toMatchObject({
    version: 1,
    enabled: true,
    invitationMessage: 'Hello',
    ...options,
    createdAt: now,
  });
  expect(opened.assetIds).toEqual([good.assetId]);
  expect(opened.excluded).toMatchObject([{ assetId: bad.assetId, reason: 'unavailable' }]);
  const data = { ...told({ version: 1 }), assetIds: [good.assetId], invitationRequest };
  expect(opened.events).toEqual([newEvent(ShareCreatedV1, { subject: share.id, data })]);
});

test('when nothing of a selection can be shared, then there is no share, and the reasons are told', () => {
  const bad = aKnownAsset({ shareable: false });
  const opening = { id: share.id, owner: mia, title: 'Autumn', description: '', now, candidates: [bad] };
  const options = { codeRequired: false, downloadsMax: null };
  const open = () => openShare({ ...opening, ...options, invitationRequest: null, invitationMessage: null });
  const excluded = [{ assetId: bad.assetId, fileName: bad.fileName, reason: 'may-not-be-shared' }];
  expect(open).toThrow(expect.objectContaining({ code: 'nothing-to-share', details: { excluded } }));
});

test('when assets are added, then only the new ones are told of', () => {
  const [fresh, known] = [aKnownAsset(), aKnownAsset()];
  const alreadyIn = new Set([known.assetId]);
  const selection = { candidates: [fresh, known], alreadyIn, notForGuests: new Set<string>(), assetCount: 1 };
  const added = addAssets(share, selection, act);
  expect(added.added).toEqual([fresh.assetId]);
  expect(added.excluded).toMatchObject([{ assetId: known.assetId, reason: 'already-in-this-share' }]);
  expect(added.share).toEqual({ ...share, version: 4, updatedAt: now });
  expect(added.events).toEqual([
    newEvent(ShareAssetsAddedV1, { subject: share.id, data: { ...told(), assetIds: [fresh.assetId] } }),
  ]);
});

test('when a share is full, then nothing more goes in', () => {
  const none = new Set<string>();
  const sets = { alreadyIn: none, notForGuests: none };
  const selection = { candidates: [aKnownAsset()], ...sets, assetCount: ASSETS_MAX };
  expect(() => addAssets(share, selection, act)).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('when the system takes an asset out, then nobody is named', () => {
  const { assetId } = aKnownAsset();
  const data = { ...told({ actorId: null, actorName: null }), assetIds: [assetId] };
  expect(removeAssets(share, [assetId], { by: null, now }).events).toEqual([
    newEvent(ShareAssetsRemovedV1, { subject: share.id, data }),
  ]);
});

test('when title and switch change at once, then each has its event and its version', () => {
  const changed = changeShare(share, { title: 'Winter', enabled: false }, act);
  expect(changed.share).toMatchObject({ title: 'Winter', enabled: false, version: 5, updatedAt: now });
  expect(changed.events).toEqual([
    newEvent(ShareUpdatedV1, { subject: share.id, data: told({ title: 'Winter' }) }),
    newEvent(ShareDisabledV1, {
      subject: share.id,
      data: told({ title: 'Winter', enabled: false, version: 5 }),
    }),
  ]);
  const enabled = changeShare(changed.share, { enabled: true }, act);
  expect(enabled.events).toEqual([
    newEvent(ShareEnabledV1, { subject: share.id, data: told({ title: 'Winter', version: 6 }) }),
  ]);
});

test('when what guests are asked for changes, then it is told once, and a limit can be lifted', () => {
  const asked = changeShare(share, { codeRequired: true, downloadsMax: 3 }, act);
  expect(asked.share).toMatchObject({ codeRequired: true, downloadsMax: 3, version: 4 });
  expect(asked.events).toHaveLength(1);
  expect(changeShare(asked.share, { downloadsMax: 3 }, act).events).toEqual([]);
  expect(changeShare(asked.share, { downloadsMax: null }, act).share).toMatchObject({
    codeRequired: true,
    downloadsMax: null,
  });
});

test('when nothing changes, then nothing is told', () => {
  const same = { title: share.title, description: share.description, enabled: share.enabled };
  expect(changeShare(share, same, act)).toEqual({ share, events: [] });
  expect(changeShare(share, {}, act)).toEqual({ share, events: [] });
  expect(removeAssets(share, [], act)).toEqual({ share, events: [] });
  const off = aShare({ enabled: false });
  expect(disableShare(off, act)).toEqual({ share: off, events: [] });
});

test('when a share is deleted, then its last event is its newest version', () => {
  expect(deleteShare(share, act).events).toEqual([
    newEvent(ShareDeletedV1, { subject: share.id, data: told() }),
  ]);
});
