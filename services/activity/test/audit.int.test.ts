import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Actor,
  type DataOf,
  GuestOpenedV1,
  RequestAnsweredV1,
  ShareCreatedV1,
  type UserActor,
  auditContract,
  shareInternalContract,
} from '@vitrine/contracts';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { connectToBus } from '@vitrine/platform/bus/connect-to-bus.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import { localClient, remoteClient } from '@vitrine/platform/http/clients.ts';
import { type Listening, listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { type TestDatabase, openTestDatabase } from '@vitrine/platform/testing/test-database.ts';
import { type ActivityRepositories, activityDatabase } from '../src/activity-repository.ts';
import { createActivityService } from '../src/service.ts';

const statements = createActorStatements('k'.repeat(32));
const bus = createInProcessBus();
let database: TestDatabase<ActivityRepositories>;
let server: Listening;

beforeAll(async () => {
  database = await openTestDatabase(activityDatabase);
  const share = localClient(shareInternalContract, () => ({}), quietLog);
  const { routes, subscriptions } = createActivityService({ database, clients: { share } });
  await connectToBus({ bus, database, subscriptions, log: quietLog });
  await bus.start();
  const app = createServiceApp({ routes, statements, log: quietLog });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close(100);
  await bus.stop();
  await database.drop();
});

/** An account of its own for each test. */
const anAdministrator = (): UserActor => ({
  ...{ kind: 'user', userId: newId(), accountId: newId(), name: 'Ada', email: 'ada@demo.test' },
  ...{ isAdministrator: true, domainIds: [], currentDomainId: null, sharesEnabled: true, sessionId: 's' },
});
const url = () => `http://127.0.0.1:${server.port}/api/v1`;
const list = (
  actor: Actor,
  input: { q?: string; outcome?: 'done' | 'refused'; cursor?: string; limit?: number; from?: string } = {},
) => remoteClient(auditContract, { url: url(), statements }).list(input, { context: { actor } });
const csv = async (actor: Actor, query = '') => {
  const headers = { [ACTOR_HEADER]: await statements.sign(actor) };
  return fetch(`${url()}/admin/audit.csv${query}`, { headers });
};

type Telling = Partial<DataOf<typeof RequestAnsweredV1>>;
const aTrace = () => `00-${newId().replaceAll('-', '')}-b7ad6b7169203331-01`;
const answered = (by: UserActor, data: Telling, traceparent = aTrace()) =>
  aCloudEvent(
    RequestAnsweredV1,
    {
      subject: newId(),
      data: {
        ...{ act: 'POST /api/v1/session', status: 201, accountId: by.accountId, userId: by.userId },
        ...{ actorName: by.name, shareId: null, invitationId: null, isGuest: false },
        ...{ address: '192.0.2.7', browser: 'Firefox', system: 'Linux' },
        ...data,
      },
    },
    { traceparent },
  );
const shared = (by: UserActor, shareId: string, title: string, traceparent = aTrace()) => {
  const { accountId, userId: ownerId, name: ownerName } = by;
  const share = { shareId, accountId, version: 1, ownerId, ownerName, title, enabled: true };
  const data = {
    ...share,
    ...{ actorId: ownerId, actorName: ownerName, assetIds: [newId()], invitationRequest: null },
  };
  return aCloudEvent(ShareCreatedV1, { subject: shareId, data }, { traceparent });
};
const tell = async (...events: Parameters<typeof bus.publish>[0][]): Promise<void> => {
  for (const event of events) await bus.publish(event);
};

test('when an act is told by an event, then it is one line, with where its request came from', async () => {
  const ada = anAdministrator();
  const [trace, shareId] = [aTrace(), newId()];
  await tell(
    shared(ada, shareId, 'Autumn', trace),
    answered(ada, { act: 'POST /api/v1/shares' }, trace),
    answered(ada, {}),
  );
  const { items } = await list(ada);
  expect(items).toMatchObject([
    { act: 'POST /api/v1/session', actor: 'Ada', outcome: 'done', status: 201, address: '192.0.2.7' },
    {
      ...{ act: 'share.created', actor: 'Ada', about: 'Autumn', shareId, assetCount: 1, outcome: 'done' },
      ...{ status: 201, address: '192.0.2.7', browser: 'Firefox', system: 'Linux' },
    },
  ]);
});

test('when something was refused, then it is a line of its own, found by its outcome', async () => {
  const ada = anAdministrator();
  const shareId = newId();
  await tell(
    shared(ada, shareId, 'Autumn'),
    answered(ada, { act: 'DELETE /api/v1/shares/:id', status: 404, shareId }),
    answered(ada, { act: 'GET /d/:ticket', status: 206 }),
  );
  const refused = await list(ada, { outcome: 'refused' });
  expect(refused.items).toMatchObject([
    { act: 'DELETE /api/v1/shares/:id', outcome: 'refused', status: 404, about: 'Autumn', shareId },
  ]);
  expect((await list(ada, { outcome: 'done' })).items.map(({ act }) => act)).toEqual(['share.created']);
});

test('when a guest acts, then the line is in the account of the share, under the address of the guest', async () => {
  const ada = anAdministrator();
  const [shareId, invitationId, email] = [newId(), newId(), 'lena@agency.example'];
  const guest = {
    ...{ invitationId, shareId, accountId: ada.accountId, version: 2, kind: 'external' as const },
    ...{ userId: null, email, expiresAt: '2026-12-01T00:00:00.000Z', actorId: null, actorName: null },
  };
  await tell(
    shared(ada, shareId, 'Autumn'),
    aCloudEvent(GuestOpenedV1, { subject: invitationId, data: guest }),
  );
  const telling = { accountId: null, userId: null, actorName: null, shareId, invitationId, isGuest: true };
  await tell(answered(ada, { ...telling, act: 'POST /api/v1/downloads', status: 409 }));
  expect((await list(ada, { q: 'LENA agency' })).items).toMatchObject([
    { act: 'POST /api/v1/downloads', actor: email, guest: email, about: 'Autumn', status: 409 },
    { act: 'guest.opened', actor: email },
  ]);
  expect((await list(ada, { q: 'lena%' })).items).toEqual([]);
});

test('when somebody of another account asks a share for something, then the line tells nothing of the share', async () => {
  const [ada, eve] = [anAdministrator(), anAdministrator()];
  const shareId = newId();
  await tell(shared(ada, shareId, 'Autumn'), answered(eve, { status: 404, shareId }));
  expect((await list(eve)).items).toMatchObject([{ about: null, status: 404 }]);
  expect((await list(ada)).items).toHaveLength(1);
});

test('when there are many lines, then they come page by page, each once, and all of them as CSV', async () => {
  const ada = { ...anAdministrator(), name: '=HYPERLINK("http://evil.test")' };
  const events = Array.from({ length: 7 }, () => answered(ada, {}));
  await tell(...events);
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await list(ada, { limit: 3, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  const response = await csv(ada);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const lines = (await response.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(8);
  expect(lines[0]).toContain('"Time (UTC)","Act","Outcome"');
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
  const later = await (await csv(ada, `?from=${encodeURIComponent('2100-01-01T00:00:00Z')}`)).text();
  expect(later.trimEnd().split('\r\n')).toHaveLength(1);
});

test('when somebody is no administrator, or asks for nonsense, then there is no audit', async () => {
  const mia = { ...anAdministrator(), isAdministrator: false };
  await expect(list(mia)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(list({ kind: 'anonymous' })).rejects.toMatchObject({ code: 'not-signed-in' });
  expect((await csv(mia)).status).toBe(403);
  expect((await csv({ kind: 'anonymous' })).status).toBe(401);
  const ada = anAdministrator();
  expect((await csv(ada, '?from=yesterday')).status).toBe(400);
  await expect(list(ada, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-request' });
});

test('when something was written, then nothing changes, deletes or empties it', async () => {
  const ada = anAdministrator();
  await tell(answered(ada, {}));
  for (const statement of [
    `UPDATE logged_event SET actor = 'nobody'`,
    'DELETE FROM logged_event',
    'TRUNCATE logged_event',
  ])
    await expect(database.sql.query(statement)).rejects.toThrow('only added to');
  expect((await list(ada)).items).toHaveLength(1);
});
