import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { type Upload, partKey } from '../upload.ts';
import { cutRequest } from './cut-request.ts';

export interface ReceiveDeps {
  database: Pick<Database<AssetRepositories>, 'inTransaction' | 'repositories'>;
  store: ObjectStore;
  newId: () => string;
  /** How much is held in memory, and lost where the process is killed. */
  partBytes?: number;
}

const PART_BYTES = 8 * 1024 * 1024;
/** No piece takes that long to be stored: one that no upload has by then was left behind by a crash. */
const LONGEST_PUT_SECONDS = 3_600;

/**
 * Takes bytes of an upload from a place on, and keeps each piece before the next is read: what is kept stays, whatever
 * becomes of the connection or of this process. Who begins later, at whichever replica, takes over from who sends now.
 * @throws AppError `conflict` where the upload is at another place, or another request took it over; `too-large`,
 * `upload-incomplete`
 */
export const receiveBytes =
  (deps: ReceiveDeps) =>
  async (request: IncomingMessage, { id, byteSize }: Upload, from: number): Promise<number> => {
    const writer = deps.newId();
    if (!(await deps.database.repositories.uploads.begin(id, from, writer))) throw new AppError('conflict');
    const limits = { partBytes: deps.partBytes ?? PART_BYTES, byteSizeMax: byteSize - from };
    let received = from;
    try {
      for await (const bytes of cutRequest(request, limits)) {
        await keepPart(deps, { uploadId: id, startsAt: received, bytes, writer });
        received += bytes.length;
      }
      return received;
    } finally {
      // Who asks how far it is waits for that; for a little while only, so it is no harm where it is not noted.
      await deps.database.repositories.uploads.end(id, writer).catch(() => undefined);
    }
  };

const keepPart = async (
  { database, store, newId }: ReceiveDeps,
  {
    uploadId,
    startsAt,
    bytes,
    writer,
  }: { uploadId: string; startsAt: number; bytes: Buffer; writer: string },
): Promise<void> => {
  const objectKey = partKey(uploadId, newId());
  const { objectsToDelete } = database.repositories;
  await objectsToDelete.add([objectKey], LONGEST_PUT_SECONDS);
  try {
    const content = Readable.from([bytes], { objectMode: false });
    await store.put(objectKey, content, { expected: { byteSize: bytes.length } });
    await database.inTransaction(async (ports) => {
      const isOurs = await ports.objectsToDelete.keep(objectKey);
      const part = { uploadId, startsAt, byteSize: bytes.length, objectKey };
      if (!isOurs || !(await ports.uploads.addPart(part, writer))) throw new AppError('conflict');
    });
  } catch (error) {
    // Where the commit succeeded and its answer was lost, it stands there no more and stays.
    await objectsToDelete.makeDue(objectKey).catch(() => undefined);
    throw error;
  }
};
