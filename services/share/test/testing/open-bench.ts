import { afterAll, beforeAll } from '@jest/globals';
import {
  AccountFeaturesChangedV1,
  type Actor,
  type GuestActor,
  type UserActor,
  guestAccessContract,
  shareInternalContract,
  sharesContract,
} from '@vitrine/contracts';
import { createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { connectToBus } from '@vitrine/platform/bus/connect-to-bus.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import { remoteClient } from '@vitrine/platform/http/clients.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { openTestDatabase } from '@vitrine/platform/testing/test-database.ts';
import { createShareService } from '../../src/service.ts';
import { shareDatabase } from '../../src/share-repository.ts';
import { aKnownAsset, aUser } from '../../src/testing/builders.ts';
import { type Facts, type Invitation, emptyWorld, peersIn } from './peers.ts';

/** The context of a call by this actor. */
export const as = (actor: Actor) => ({ context: { actor } });
export const asService = as({ kind: 'service', service: 'test' });

/** The bench of a file of tests: there with the first test, closed behind the last. */
export const benchOfFile = (): Bench => {
  const bench = {} as Bench;
  beforeAll(async () => {
    Object.assign(bench, await openBench());
  });
  afterAll(() => bench.close());
  return bench;
};

type Bench = Awaited<ReturnType<typeof openBench>>;

/** The share service over real HTTP and a database of its own, among peers that answer out of `world`. */
const openBench = async () => {
  const database = await openTestDatabase(shareDatabase);
  const world = emptyWorld();
  const service = createShareService({ database, clients: peersIn(world), newId });
  const statements = createActorStatements('k'.repeat(32));
  const app = createServiceApp({ name: 'share', routes: service.routes, statements, log: quietLog });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${server.port}`;
  const bus = createInProcessBus();
  const messages = await connectToBus({ bus, database, subscriptions: service.subscriptions, log: quietLog });
  await bus.start();
  return {
    database,
    world,
    bus,
    messages,
    shares: remoteClient(sharesContract, {
      name: 'share',
      url: `${url}/api/v1`,
      statements,
      timeoutMs: 30_000,
    }),
    guest: remoteClient(guestAccessContract, { name: 'share', url: `${url}/api/v1`, statements }),
    internal: remoteClient(shareInternalContract, { name: 'share', url, statements, timeoutMs: 30_000 }),
    ...peopleIn(world, bus),
    /** What the service told the others, oldest first, since the last time this was asked. */
    told: async () => {
      const events = await database.publishedEvents();
      await database.sql.query('DELETE FROM platform.outbox');
      return events.map(({ type, data }) => ({ type, data: data as Record<string, unknown> }));
    },
    close: async () => {
      await server.close(100);
      await bus.stop();
      await database.drop();
    },
  };
};

const peopleIn = (world: ReturnType<typeof emptyWorld>, bus: ReturnType<typeof createInProcessBus>) => ({
  /** A person of an account with shares, of which the service has heard. */
  user: async (overrides: Partial<UserActor> = {}): Promise<UserActor> => {
    const user = aUser({ domainIds: [newId()], ...overrides });
    world.users.set(user.userId, user);
    const { accountId, sharesEnabled } = user;
    const data = { accountId, version: 1, name: 'Acme', features: { shares: sharesEnabled } };
    await bus.publish(aCloudEvent(AccountFeaturesChangedV1, { subject: accountId, data }));
    return user;
  },
  /** An asset in the first domain of a person. */
  asset: (of: UserActor, overrides: Partial<Facts> = {}): Facts => {
    const facts: Facts = {
      ...aKnownAsset(),
      accountId: of.accountId,
      domainId: of.domainIds[0] ?? newId(),
      crc32: 1,
      objectKey: 'objects/1',
      expiresAt: null,
      createdAt: '2026-09-01T08:00:00.000Z',
      reason: null,
      ...overrides,
    };
    world.assets.set(facts.assetId, facts);
    return facts;
  },
  /** An external guest of a share with a link that lives. */
  guestOf: (shareId: string, overrides: Partial<Invitation> = {}): GuestActor => {
    const invitation: Invitation = {
      invitationId: newId(),
      shareId,
      email: 'lena@agency.example',
      userId: null,
      expiresAt: '2099-01-01T00:00:00.000Z',
      secretVersion: 1,
      downloadsBegun: 0,
      ...overrides,
    };
    world.invitations.set(invitation.invitationId, invitation);
    const { invitationId, secretVersion } = invitation;
    return { kind: 'guest', invitationId, shareId, secretVersion, sessionId: 'session' };
  },
});
