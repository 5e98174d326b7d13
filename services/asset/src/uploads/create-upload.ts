import type { IncomingHttpHeaders } from 'node:http';
import { AssetTitle, UPLOAD_METADATA, type UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { idempotencyKeyIn } from '@vitrine/platform/http/repeated-requests.ts';
import { domainOf } from '../asset-access.ts';
import { keptFileName } from '../asset-names.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { readByteCount, readMetadata } from './tus-headers.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'inTransaction' | 'repositories' | 'once'>;
  newId: () => string;
  uploadByteSizeMax: number;
}

/** What a client that forgets all that it began would leave here within a day. */
const UNFINISHED_MAX = 1_000;
const RETRY_AFTER_SECONDS = 60;

/** Begins an upload: all that can be refused of the file is refused before its first byte. */
export const createUpload =
  ({ database, newId, uploadByteSizeMax }: Deps) =>
  async (headers: IncomingHttpHeaders, actor: UserActor): Promise<{ id: string; expiresAt: string }> => {
    const wanted = { ...fileOf(headers, uploadByteSizeMax), ...placeOf(headers, actor) };
    const create = async () => {
      await demandRoom(database.repositories, actor.userId);
      const { id, expiresAt } = await database.inTransaction(({ uploads }) =>
        uploads.add({ id: newId(), userId: actor.userId, ...wanted }),
      );
      return { id, expiresAt: expiresAt.toISOString() };
    };
    const key = idempotencyKeyIn(headers);
    if (key === undefined) return create();
    return database.once({ scope: `user ${actor.userId} uploads.create`, key, request: wanted }, create);
  };

const fileOf = (headers: IncomingHttpHeaders, byteSizeMax: number) => {
  const metadata = metadataOf(headers);
  const byteSize = readByteCount(headers, 'Upload-Length');
  if (byteSize === 0) throw new AppError('empty-file');
  if (byteSize > byteSizeMax) throw new AppError('too-large', { byteSizeMax });
  const title = AssetTitle.optional().safeParse(metadata.get(UPLOAD_METADATA.title) || undefined);
  if (!title.success) throw new AppError('invalid-title');
  const fileName = keptFileName(metadata.get(UPLOAD_METADATA.fileName) ?? '');
  return { byteSize, fileName, title: title.data ?? null };
};

const placeOf = (headers: IncomingHttpHeaders, actor: UserActor) => {
  const domainId = domainOf(actor, metadataOf(headers).get(UPLOAD_METADATA.domainId) || undefined);
  if (domainId === null) throw new AppError('not-found');
  return { accountId: actor.accountId, domainId };
};

const metadataOf = (headers: IncomingHttpHeaders): Map<string, string> =>
  readMetadata(headers['upload-metadata'] as string | undefined);

const demandRoom = async ({ uploads }: AssetRepositories, userId: string): Promise<void> => {
  const unfinished = await uploads.unfinishedOf(userId, UNFINISHED_MAX);
  if (unfinished.length >= UNFINISHED_MAX)
    throw new AppError('too-many-requests', { retryAfterSeconds: RETRY_AFTER_SECONDS });
};
