import {
  type Actor,
  type CloudEvent,
  type DataOf,
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
import { listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { openTestDatabase } from '@vitrine/platform/testing/test-database.ts';
import { activityDatabase } from '../../src/activity-repository.ts';
import { createActivityService } from '../../src/service.ts';

type Query = { q?: string; outcome?: 'done' | 'refused'; cursor?: string; limit?: number; from?: string };

/** Activity over HTTP, on a database and a bus of its own. */
export const openAudit = async () => {
  const statements = createActorStatements('k'.repeat(32));
  const bus = createInProcessBus();
  const database = await openTestDatabase(activityDatabase);
  const share = localClient(shareInternalContract, () => ({}), quietLog);
  const { routes, subscriptions } = createActivityService({ database, clients: { share } });
  await connectToBus({ bus, database, subscriptions, log: quietLog });
  await bus.start();
  const app = createServiceApp({ name: 'activity', routes, statements, log: quietLog });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${server.port}/api/v1`;
  return {
    database,
    list: (actor: Actor, input: Query = {}) =>
      remoteClient(auditContract, { name: 'activity', url, statements }).list(input, { context: { actor } }),
    csv: async (actor: Actor, query = '') => {
      const headers = { [ACTOR_HEADER]: await statements.sign(actor, 'activity') };
      return fetch(`${url}/admin/audit.csv${query}`, { headers });
    },
    tell: async (...events: CloudEvent[]): Promise<void> => {
      for (const event of events) await bus.publish(event);
    },
    close: async () => {
      await server.close(100);
      await bus.stop();
      await database.drop();
    },
  };
};
export type Audit = Awaited<ReturnType<typeof openAudit>>;

/** An account of its own for each test. */
export const anAdministrator = (): UserActor => ({
  ...{ kind: 'user', userId: newId(), accountId: newId(), name: 'Ada', email: 'ada@demo.test' },
  ...{ isAdministrator: true, domainIds: [], currentDomainId: null, sharesEnabled: true, sessionId: 's' },
});

type Telling = Partial<DataOf<typeof RequestAnsweredV1>>;
export const aTrace = () => `00-${newId().replaceAll('-', '')}-b7ad6b7169203331-01`;
export const answered = (by: UserActor, data: Telling, traceparent = aTrace()) =>
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
export const shared = (by: UserActor, shareId: string, title: string, traceparent = aTrace()) => {
  const { accountId, userId: ownerId, name: ownerName } = by;
  const share = { shareId, accountId, version: 1, ownerId, ownerName, title, enabled: true };
  const data = {
    ...share,
    ...{ actorId: ownerId, actorName: ownerName, assetIds: [newId()], invitationRequest: null },
  };
  return aCloudEvent(ShareCreatedV1, { subject: shareId, data }, { traceparent });
};
