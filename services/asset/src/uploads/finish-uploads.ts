import { sayRepeatedFailure } from '@vitrine/platform/log/repeated-failure.ts';
import { Readable } from 'node:stream';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { ObjectMissing, type ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { AssetRepositories, AssetTransaction } from '../asset-repository.ts';
import type { IngestFile } from '../file-intake.ts';
import type { Upload } from '../upload.ts';
import { createWorkPool } from '../work-pool.ts';

export interface FinishDeps {
  database: Pick<Database<AssetRepositories>, 'inTransaction' | 'repositories'>;
  store: ObjectStore;
  ingest: IngestFile;
  log: Log;
}

/** Makes assets of complete uploads. */
export interface FinishLoop {
  start: () => void;
  stop: () => Promise<void>;
  /** Begins at once, and resolves when this process has nothing more to finish, or `atMostMs` later. */
  soon: (atMostMs: number) => Promise<void>;
}

const CONCURRENCY = 2;
/** What another process left, or what was postponed, is found by looking. */
const POLL_MS = 2_000;
const LEASE_SECONDS = 30;
const EXTEND_MS = 10_000;
const AGAIN_AFTER_SECONDS = 5;

/** Finishes uploads in the background, over any number of processes: a large one takes longer than a request may. */
export const createFinishLoop = (deps: FinishDeps): FinishLoop => {
  const { uploads } = deps.database.repositories;
  const pool = createWorkPool({
    claim: () => uploads.claim(LEASE_SECONDS),
    work: underLease(deps),
    concurrency: CONCURRENCY,
    claims: sayRepeatedFailure(deps.log, 'complete uploads could not be looked up'),
  });
  let polling: NodeJS.Timeout | undefined;
  return {
    start: () => {
      polling = setInterval(pool.look, POLL_MS).unref();
      pool.look();
    },
    stop: async () => {
      clearInterval(polling);
      await pool.close();
    },
    soon: async (atMostMs) => {
      const late = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => late.resolve(undefined), atMostMs);
      await Promise.race([pool.idle(), late.promise]);
      clearTimeout(timer);
    },
  };
};

const underLease = (deps: FinishDeps) => {
  const { uploads } = deps.database.repositories;
  return async (upload: Upload): Promise<void> => {
    const extend = (): void => void uploads.extend(upload.id, LEASE_SECONDS).catch(() => undefined);
    const extending = setInterval(extend, EXTEND_MS).unref();
    try {
      await finish(deps, upload);
    } catch (error) {
      await noteFailure(deps, upload, error).catch((later: unknown) =>
        deps.log.warn({ err: later, uploadId: upload.id }, 'the end of an upload was not noted'),
      );
    } finally {
      clearInterval(extending);
    }
  };
};

/** The same way as every file goes, in one pass; the asset is there together with the end of the upload, or not at all. */
const finish = async ({ database, store, ingest }: FinishDeps, upload: Upload): Promise<void> => {
  const { id, accountId, domainId, userId, fileName, title } = upload;
  const file = { accountId, domainId, createdBy: userId, title: title ?? undefined };
  const keys = await database.repositories.uploads.partKeys(id);
  const content = Readable.from(contentOf(store, keys, upload.byteSize), { objectMode: false });
  await ingest(fileName, content, () => file, {
    together: async (ports, assetId) => {
      if (!(await ports.uploads.finish(id, assetId))) throw new AppError('conflict');
      await dropParts(ports, id, keys);
    },
  });
};

const contentOf = async function* (
  store: ObjectStore,
  keys: readonly string[],
  byteSize: number,
): AsyncGenerator<Buffer, undefined> {
  let read = 0;
  for (const key of keys)
    for await (const chunk of (await store.get(key)) as AsyncIterable<Buffer>) {
      read += chunk.length;
      yield chunk;
    }
  if (read !== byteSize) throw new AppError('upload-incomplete');
};

/** What no repetition changes ends the upload; all else, as a store that is away, is tried again. */
const noteFailure = async ({ database, log }: FinishDeps, { id }: Upload, error: unknown): Promise<void> => {
  if ((await database.repositories.uploads.byId(id))?.state === 'done') return;
  const code = codeOf(error);
  if (code === null) {
    log.warn({ err: error, uploadId: id }, 'a complete upload is finished later');
    return database.repositories.uploads.postpone(id, AGAIN_AFTER_SECONDS);
  }
  log.warn({ err: error, uploadId: id }, 'a complete upload cannot be an asset');
  const keys = await database.repositories.uploads.partKeys(id);
  await database.inTransaction(async (ports) => {
    await ports.uploads.fail(id, code);
    await dropParts(ports, id, keys);
  });
};

const codeOf = (error: unknown): string | null => {
  if (causedBy(error, ObjectMissing)) return 'upload-incomplete';
  const isFinal = error instanceof AppError && FINAL.has(error.code);
  return isFinal && error.cause === undefined ? error.code : null;
};

const FINAL: ReadonlySet<string> = new Set([
  'too-large',
  'empty-file',
  'invalid-file-name',
  'upload-incomplete',
]);

const causedBy = (error: unknown, kind: new (key: string) => Error): boolean =>
  error instanceof kind ||
  (error instanceof Error && error.cause !== undefined && causedBy(error.cause, kind));

const dropParts = async (
  { uploads, objectsToDelete }: Pick<AssetTransaction, 'uploads' | 'objectsToDelete'>,
  id: string,
  keys: readonly string[],
): Promise<void> => {
  await objectsToDelete.add(keys, 0);
  await uploads.forgetParts(id);
};
