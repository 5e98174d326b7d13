import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { implement } from '@orpc/server';
import { type Actor, type ErrorCode, shareInternalContract } from '@vitrine/contracts';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import { connectToBus } from '@vitrine/platform/bus/connect-to-bus.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { localClient } from '@vitrine/platform/http/clients.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { openDiskStore } from '@vitrine/platform/objects/disk-store.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { openTestDatabase } from '@vitrine/platform/testing/test-database.ts';
import { assetDatabase } from '../src/asset-repository.ts';
import { createAssetService } from '../src/service.ts';
import { aUser } from '../src/testing/actors.ts';
import { aClient } from './a-client.ts';

export const UPLOAD_BYTE_SIZE_MAX = 1_000_000;
/** Small, so that a small file has many. */
export const UPLOAD_PART_BYTES = 64 * 1_024;

/** The asset service over real HTTP, PostgreSQL and files; share is a peer that answers as it is told. */
export const anAssetService = async (openStore: (folder: string) => Promise<ObjectStore> = openDiskStore) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-asset-'));
  const database = await openTestDatabase(assetDatabase);
  const store = await openStore(folder);
  const share = aShareService();
  const service = createAssetService({
    ...{ database, store, newId, log: quietLog },
    clients: { share: localClient(shareInternalContract, () => share.router, quietLog) },
    uploadByteSizeMax: UPLOAD_BYTE_SIZE_MAX,
    partBytes: UPLOAD_PART_BYTES,
    packedObjectsMin: 2,
  });
  const statements = createActorStatements('k'.repeat(32));
  const app = createServiceApp({ name: 'asset', routes: service.routes, statements, log: quietLog });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const bus = createInProcessBus();
  const messages = await connectToBus({ bus, database, subscriptions: service.subscriptions, log: quietLog });
  await bus.start();
  const headersOf = async (actor: Actor) => ({ [ACTOR_HEADER]: await statements.sign(actor, 'asset') });
  return {
    ...{ database, store, service, share, bus, messages, headersOf, port: server.port },
    ...aClient(server.port, headersOf),
    /** A raw request whose body the test writes itself. */
    rawUpload: async (headers: Record<string, string>): Promise<ClientRequest> =>
      httpRequest({
        ...{ port: server.port, method: 'POST', path: '/api/v1/assets' },
        headers: { ...(await headersOf(aUser())), ...headers },
      }),
    objectKeys: async (): Promise<string[]> => {
      const keys: string[] = [];
      for await (const key of store.list('')) keys.push(key);
      return keys.sort();
    },
    runJob: async (name: string) => {
      await service.jobs.find((job) => job.name === name)?.run(new AbortController().signal);
    },
    close: async () => {
      await service.renderLoop.stop();
      await server.close(500);
      await bus.stop();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
};

export type AssetServiceUnderTest = Awaited<ReturnType<typeof anAssetService>>;

/** The part of share that asset asks. */
const aShareService = () => {
  const state: { visible: Set<string>; failsWith: ErrorCode | null; asked: Actor[] } = {
    visible: new Set(),
    failsWith: null,
    asked: [],
  };
  const os = implement(shareInternalContract).$context<ServiceContext>();
  const canSee = os.canSee.handler(({ input, context }) => {
    state.asked.push(context.actor);
    if (state.failsWith !== null) throw new AppError(state.failsWith);
    if (!state.visible.has(`${input.shareId} ${input.assetId}`)) throw new AppError('not-found');
    return { visible: true as const };
  });
  return { ...state, state, router: { canSee } };
};
