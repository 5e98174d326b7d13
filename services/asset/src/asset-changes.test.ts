import { expect, test } from '@jest/globals';
import type { NewEvent } from '@vitrine/platform/outbox/new-event.ts';
import { announceExpiry, changeAsset, finishRendering, openAsset } from './asset-changes.ts';
import { tellOfRemoval } from './asset-events.ts';
import { IDS, anAsset } from './testing/an-asset.ts';

const now = new Date('2026-10-02T12:00:00.000Z');
const past = new Date('2026-10-02T11:59:59.999Z');
const by = { actorId: IDS.mia, now };
const told = (events: readonly NewEvent[]) =>
  events.map(({ type, data }) => [type, (data as { version: number }).version]);
const drawn = { width: 40, height: 30, durationMs: null, pictures: ['thumbnail', 'preview'] as const };

test('when a file was stored, then it is an asset in processing, and that is told with its whole state', () => {
  const { asset, events } = openAsset({ ...anAsset(), availability: 'available' }, now);
  expect(asset).toMatchObject({ version: 1, availability: 'processing', isRendered: false, createdAt: now });
  expect(told(events)).toEqual([['asset.created.v1', 1]]);
  expect(events[0]).toMatchObject({
    subject: asset.id,
    data: { availability: 'processing', hasThumbnail: false, actorId: IDS.mia },
  });
});

test('when it is brought as unavailable or expired, then it never counts as available in between', () => {
  const unavailable = openAsset({ ...anAsset(), availability: 'unavailable' }, now).asset;
  expect(finishRendering(unavailable, drawn, now).asset.availability).toBe('unavailable');
  const expired = openAsset({ ...anAsset(), availability: 'available', expiresAt: past }, now);
  expect(expired.events[0]?.data).toMatchObject({ availability: 'expired' });
  expect(told(finishRendering(expired.asset, drawn, now).events)).toEqual([['asset.updated.v1', 2]]);
  expect(announceExpiry(expired.asset, now).events).toEqual([]);
});

test('when its pictures are made, then it is available, and both are told with versions of their own', () => {
  const { asset } = openAsset({ ...anAsset(), availability: 'available' }, now);
  const { asset: rendered, events } = finishRendering(asset, drawn, now);
  expect(rendered).toMatchObject({ version: 3, availability: 'available', hasThumbnail: true, width: 40 });
  expect(told(events)).toEqual([
    ['asset.updated.v1', 2],
    ['asset.availability-changed.v1', 3],
  ]);
});

test('when it cannot be drawn, then it is an asset without pictures', () => {
  const { asset } = openAsset({ ...anAsset(), availability: 'available' }, now);
  const rendered = finishRendering(asset, { ...drawn, width: null, height: null, pictures: [] }, now).asset;
  expect(rendered).toMatchObject({
    availability: 'available',
    isRendered: true,
    hasThumbnail: false,
    width: null,
  });
});

test('when several things change, then each is told once, all with the whole state after it', () => {
  const { asset, events } = changeAsset(
    anAsset(),
    { title: 'New', availability: 'unavailable', shareable: false },
    by,
  );
  expect(told(events)).toEqual([
    ['asset.updated.v1', 4],
    ['asset.availability-changed.v1', 5],
    ['asset.rights-changed.v1', 6],
  ]);
  for (const { data } of events)
    expect(data).toMatchObject({ title: 'New', availability: 'unavailable', shareable: false });
  expect(asset.version).toBe(6);
});

test('when nothing changes, then nothing is told and the version stays', () => {
  const asset = anAsset({ expiresAt: past, isExpiryAnnounced: true });
  const patch = { title: asset.title, tags: [...asset.tags], expiresAt: new Date(past), shareable: true };
  expect(changeAsset(asset, { ...patch, availability: 'available' }, by)).toEqual({ asset, events: [] });
});

test('when its pictures are still being made, then it cannot be made available, but unavailable', () => {
  for (const availability of ['processing', 'unavailable'] as const) {
    const asset = anAsset({ availability, isRendered: false });
    expect(() => changeAsset(asset, { availability: 'available' }, by)).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    expect(changeAsset(asset, { availability: 'unavailable' }, by).asset.availability).toBe('unavailable');
  }
});

test('when the expiry passed, then that is told once; when it moves into the future, it can be told again', () => {
  const expiring = anAsset({ expiresAt: past });
  const announced = announceExpiry(expiring, now);
  expect(told(announced.events)).toEqual([['asset.availability-changed.v1', 4]]);
  expect(announced.events[0]?.data).toMatchObject({ availability: 'expired', actorId: null });
  expect(announceExpiry(announced.asset, now).events).toEqual([]);
  const moved = changeAsset(announced.asset, { expiresAt: new Date(now.getTime() + 1) }, by);
  expect(moved.asset.isExpiryAnnounced).toBe(false);
  expect(moved.events[0]?.data).toMatchObject({ availability: 'available' });
});

test('when an asset is removed, then its last version is told', () => {
  expect(tellOfRemoval(anAsset(), IDS.mia)).toMatchObject({
    type: 'asset.deleted.v1',
    data: { version: 4, fileName: 'dunes.jpg' },
  });
});
