import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { implement } from '@orpc/server';
import {
  type Actor,
  type CloudEvent,
  type DataOf,
  DownloadCompletedV1,
  DownloadStartedV1,
  GuestOpenedV1,
  ShareUpdatedV1,
  UserDisabledV1,
  type UserActor,
  activityContract,
  shareInternalContract,
} from '@vitrine/contracts';
import { createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { userOf } from '@vitrine/platform/actor/who-acts.ts';
import { connectToBus } from '@vitrine/platform/bus/connect-to-bus.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { localClient, remoteClient } from '@vitrine/platform/http/clients.ts';
import { type Listening, listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { type TestDatabase, openTestDatabase } from '@vitrine/platform/testing/test-database.ts';
import fc from 'fast-check';
import { type ActivityRepositories, activityDatabase } from '../src/activity-repository.ts';
import { createActivityService } from '../src/service.ts';

const mia: UserActor = {
  ...{ kind: 'user', userId: newId(), accountId: newId(), name: 'Mia', email: 'mia@demo.test' },
  ...{ isAdministrator: false, domainIds: [], currentDomainId: null, sharesEnabled: true, sessionId: 's' },
};
const statements = createActorStatements('k'.repeat(32));
const bus = createInProcessBus();
const world = { isShareServiceDown: false };
let database: TestDatabase<ActivityRepositories>;
let server: Listening;

beforeAll(async () => {
  database = await openTestDatabase(activityDatabase);
  const share = localClient(shareInternalContract, () => sharePeer(), quietLog);
  const { routes, subscriptions } = createActivityService({ database, clients: { share } });
  await connectToBus({ bus, database, subscriptions, log: quietLog });
  await bus.start();
  server = await listen(createServiceApp({ name: 'activity', routes, statements, log: quietLog }), {
    host: '127.0.0.1',
    port: 0,
  });
});
afterAll(async () => {
  await server.close(100);
  await bus.stop();
  await database.drop();
});

/** Share, as far as activity asks it: all shares are Mia's. */
const sharePeer = () => {
  const os = implement(shareInternalContract).$context<ServiceContext>();
  return {
    managedBy: os.managedBy.handler(({ input, context }) => {
      if (world.isShareServiceDown) throw new AppError('temporarily-unavailable');
      if (userOf(context.actor).userId !== mia.userId) throw new AppError('not-found');
      const owner = { accountId: mia.accountId, ownerId: mia.userId, ownerName: 'Mia', ownerEmail: '' };
      const none = { invitationMessage: null, guestsNamedAt: null, codeRequired: false };
      const share = { ...input, ...owner, ...none };
      return { ...share, title: '', description: '', assetCount: 0, isOpen: true };
    }),
  };
};
const client = () =>
  remoteClient(activityContract, {
    name: 'activity',
    url: `http://127.0.0.1:${server.port}/api/v1`,
    statements,
  });
const timeline = (input: { id: string; limit?: number; cursor?: string }, actor: Actor = mia) =>
  client().ofShare(input, { context: { actor } });

const updated = (shareId: string, version: number, time: string): CloudEvent => {
  const { accountId, userId: ownerId, name: ownerName } = mia;
  const data = { shareId, accountId, version, ownerId, ownerName, title: 'Autumn', enabled: true };
  const event = { subject: shareId, data: { ...data, actorId: ownerId, actorName: ownerName } };
  return aCloudEvent(ShareUpdatedV1, event, { time });
};

test('when things happen around a share, then its timeline tells them, newest first, page by page', async () => {
  const shareId = newId();
  const times = ['01', '02', '02', '03', '04'].map((day) => `2026-10-${day}T12:00:00.000Z`);
  const events = times.map((time, index) => updated(shareId, index + 1, time));
  for (const event of events) await bus.publish(event);
  await bus.publish(updated(newId(), 1, times[0]!));
  const newestFirst = events.map(({ id }) => id).reverse();
  const first = await timeline({ id: shareId, limit: 2 });
  const second = await timeline({ id: shareId, limit: 2, cursor: first.nextCursor! });
  const third = await timeline({ id: shareId, limit: 2, cursor: second.nextCursor! });
  expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(newestFirst);
  expect(third.nextCursor).toBeNull();
  expect(first.items[0]).toEqual({
    ...{ id: newestFirst[0], type: 'share.updated', at: times[4], actor: 'Mia' },
    ...{ guest: null, assetCount: null, detail: null },
  });
});

type DownloadEvent = typeof DownloadCompletedV1 | typeof DownloadStartedV1;
const taken = (definition: DownloadEvent, data: Partial<DataOf<DownloadEvent>>) =>
  aCloudEvent<DownloadEvent>(definition, {
    subject: newId(),
    data: {
      ...{ downloadId: newId(), version: 3, kind: 'zip', fileName: 'a.zip', byteSize: 9, entryCount: 2 },
      ...{ assetIds: [newId()], shareId: null, invitationId: null, userId: mia.userId },
      ...{ accountId: mia.accountId, actorName: 'Mia', ...data },
    },
  });

test('when assets are downloaded to the last byte, then they are counted once for each, for who manages the share', async () => {
  const [shareId, other, first, second] = [newId(), newId(), newId(), newId()];
  const told = (definition: DownloadEvent, assetIds: string[], of = shareId) =>
    taken(definition, { shareId: of, assetIds });
  const whole = told(DownloadCompletedV1, [first, second]);
  const events = [whole, whole, told(DownloadCompletedV1, [second]), told(DownloadStartedV1, [first])];
  for (const event of [...events, told(DownloadCompletedV1, [first], other)]) await bus.publish(event);
  const { assets } = await client().downloads({ id: shareId }, { context: { actor: mia } });
  expect(assets).toEqual([
    { assetId: second, downloads: 2 },
    { assetId: first, downloads: 1 },
  ]);
  const somebody = { ...mia, userId: newId() };
  const refused = client().downloads({ id: shareId }, { context: { actor: somebody } });
  await expect(refused).rejects.toMatchObject({ code: 'not-found' });
});

test('when a guest opened the share, then the line is about the guest by the address, as of a download, and nothing of it is told elsewhere', async () => {
  const [shareId, invitationId] = [newId(), newId()];
  const guest = { kind: 'external' as const, userId: null, email: 'lena@agency.example' };
  const subject = { invitationId, shareId, accountId: mia.accountId, version: 2 };
  const told = { expiresAt: '2026-12-01T00:00:00.000Z', actorId: null, actorName: null };
  const data = { ...subject, ...guest, ...told };
  await bus.publish(taken(DownloadCompletedV1, { shareId, invitationId, actorName: 'Lena' }));
  await bus.publish(aCloudEvent(GuestOpenedV1, { subject: invitationId, data }));
  expect((await timeline({ id: shareId })).items).toMatchObject([
    { type: 'guest.opened', actor: 'lena@agency.example', guest: 'lena@agency.example' },
    { type: 'download.completed', actor: 'lena@agency.example', guest: 'lena@agency.example' },
  ]);
  expect(await database.publishedEvents()).toEqual([]);
});

test('when events come in any order and again, then the timeline is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 10 }), async (order) => {
      const shareId = newId();
      const events = [1, 2, 3].map((second) => updated(shareId, second, `2026-10-01T12:00:0${second}.000Z`));
      for (const pick of [...order, 2, 1, 0, 1]) await bus.publish(events[pick % 3]!);
      const { items } = await timeline({ id: shareId });
      expect(items.map(({ id }) => id)).toEqual(events.map(({ id }) => id).reverse());
    }),
    { numRuns: 20 },
  );
});

test('when an event has no share or is one that nobody declared, then it is kept', async () => {
  const { userId, accountId } = mia;
  const event = aCloudEvent(UserDisabledV1, { subject: userId, data: { userId, accountId, version: 2 } });
  const unknown = { ...event, id: newId(), type: 'webhook.failed.v7', data: { anything: ['at', 'all'] } };
  await bus.publish(event);
  await bus.publish(unknown);
  const rows = await database.sql.query(
    'SELECT type, account_id, data FROM logged_event WHERE share_id IS NULL ORDER BY id',
  );
  expect(rows).toEqual([
    { type: event.type, account_id: accountId, data: event.data },
    { type: unknown.type, account_id: null, data: unknown.data },
  ]);
});

test('when the share is not mine to manage or that cannot be told, then there is no timeline', async () => {
  const shareId = newId();
  await bus.publish(updated(shareId, 1, '2026-10-01T12:00:00.000Z'));
  const noah = { ...mia, userId: newId() };
  await expect(timeline({ id: shareId }, noah)).rejects.toMatchObject({ code: 'not-found' });
  await expect(timeline({ id: shareId }, { kind: 'anonymous' })).rejects.toMatchObject({
    code: 'not-signed-in',
  });
  await expect(timeline({ id: shareId, cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-request' });
  world.isShareServiceDown = true;
  await expect(timeline({ id: shareId })).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  world.isShareServiceDown = false;
});
