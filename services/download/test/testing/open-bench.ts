import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type Actor, type AssetFacts, type GuestActor, type UserActor } from '@vitrine/contracts';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import { systemClock } from '@vitrine/platform/clock.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { openDiskStore } from '@vitrine/platform/objects/disk-store.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { openTestDatabase } from '@vitrine/platform/testing/test-database.ts';
import { downloadDatabase } from '../../src/download-repository.ts';
import { aStoredFile, patterned } from '../../src/engine/testing/archives.ts';
import type { DownloadDeps } from '../../src/service.ts';
import { ask, askForHeaders } from './ask.ts';
import { type World, emptyWorld, peersIn } from './peers.ts';
import { startProcess } from './start-process.ts';

/** The context of a call by this actor. */
export const as = (actor: Actor) => ({ context: { actor } });
export const anonymous: Actor = { kind: 'anonymous' };

/** The download service over real HTTP, a database of its own and files on disk, among peers of `world`. */
export const openBench = async (
  overrides: Partial<
    Omit<DownloadDeps, 'objects'> & {
      objects: Pick<ObjectStore, 'put' | 'delete'> & DownloadDeps['objects'];
    }
  > = {},
) => {
  const database = await openTestDatabase(downloadDatabase);
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-download-'));
  const objects = overrides.objects ?? (await openDiskStore(folder));
  const world = emptyWorld();
  const bus = createInProcessBus();
  const statements = createActorStatements('k'.repeat(32));
  const deps = { database, clients: peersIn(world), objects, newId, clock: systemClock, log: quietLog };
  const start = () => startProcess({ ...deps, ...overrides }, { database, bus, statements });
  const { service, origin, stop, downloads } = await start();
  await bus.start();

  const headersOf = async (actor: Actor, headers: Record<string, string> = {}) => ({
    [ACTOR_HEADER]: await statements.sign(actor, 'download'),
    ...headers,
  });
  return {
    database,
    world,
    bus,
    service,
    objects,
    origin,
    /** Another process of the service, beside the first; to be stopped before the bench is closed. */
    startAnother: start,
    headersOf,
    downloads,
    /** Asks for a ticket and reads the answer to its end. */
    get: async (url: string, asked: { as?: Actor; method?: string; headers?: Record<string, string> } = {}) =>
      ask(`${origin}${url}`, {
        method: asked.method,
        headers: await headersOf(asked.as ?? anonymous, asked.headers),
      }),
    /** Asks for a ticket and reads nothing but the headers. */
    begin: async (url: string, headers: Record<string, string> = {}) =>
      askForHeaders(`${origin}${url}`, { headers: await headersOf(anonymous, headers) }),
    ...stockOf(world, objects),
    ...peopleIn(world),
    /** What the service told the others, oldest first, since the last time this was asked. */
    told: async () => {
      const events = await database.publishedEvents();
      await database.sql.query('DELETE FROM platform.outbox');
      return events.map(({ type, data }) => ({ type, data: data as Record<string, unknown> }));
    },
    close: async () => {
      await stop();
      await bus.stop();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
};

export type Bench = Awaited<ReturnType<typeof openBench>>;

const stockOf = (world: World, objects: Pick<ObjectStore, 'put'>) => ({
  /** An asset in the first domain of a person, with its bytes in the store. */
  asset: async (of: UserActor, fileName: string, overrides: Partial<AssetFacts> = {}, byteSize = 2_000) => {
    const content = patterned(byteSize, world.assets.size + 1);
    const { entry } = aStoredFile(fileName, content);
    const assetId = newId();
    const objectKey = `files/${assetId}`;
    const facts: AssetFacts = {
      ...aFact(of),
      assetId,
      fileName,
      byteSize,
      crc32: entry.crc32,
      sha256: entry.sha256,
      objectKey,
      ...overrides,
    };
    await objects.put(objectKey, Readable.from([content]));
    world.assets.set(assetId, facts);
    return facts;
  },
  /** Changes what is known of an asset. */
  change: ({ assetId }: { assetId: string }, change: Partial<AssetFacts>): AssetFacts => {
    const facts = { ...(world.assets.get(assetId) as AssetFacts), ...change };
    world.assets.set(assetId, facts);
    return facts;
  },
});

/** All facts but those that follow from the bytes. */
export const aFact = (of: UserActor) => ({
  accountId: of.accountId,
  domainId: of.domainIds[0] ?? newId(),
  version: 1,
  title: 'Poster',
  kind: 'image' as const,
  mediaType: 'image/png',
  width: null,
  height: null,
  availability: 'available' as const,
  expiresAt: null,
  shareable: true,
  hasThumbnail: false,
  hasPreview: false,
  createdAt: '2026-09-01T08:00:00.000Z',
  reason: null,
});

const peopleIn = (world: World) => ({
  user: (overrides: Partial<UserActor> = {}): UserActor => {
    const userId = newId();
    const user: UserActor = {
      kind: 'user',
      userId,
      accountId: newId(),
      name: 'Mia Vogel',
      email: 'mia@demo.test',
      isAdministrator: false,
      domainIds: [newId()],
      currentDomainId: null,
      sharesEnabled: true,
      sessionId: `session of ${userId}`,
      ...overrides,
    };
    world.users.set(userId, user);
    return user;
  },
  /** A share of assets and an external guest of it. */
  share: (owner: UserActor, assets: readonly { assetId: string }[], title = 'Autumn: 2026') => {
    const [shareId, invitationId] = [newId(), newId()];
    const invitations = new Map([[invitationId, 1]]);
    const assetIds = new Set(assets.map(({ assetId }) => assetId));
    const downloadsMax = null as number | null;
    const share = { owner, title, assetIds, isEnabled: true, invitations, downloadsMax };
    world.shares.set(shareId, share);
    const sessionId = `guest session ${invitationId}`;
    const guest: GuestActor = { kind: 'guest', invitationId, shareId, secretVersion: 1, sessionId };
    return { shareId, share, guest };
  },
});
