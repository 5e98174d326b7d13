import { Readable } from 'node:stream';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { type NewAsset, openAsset } from '../asset-changes.ts';
import { keptFileName, keptTags, keptTitle, titleFromFileName } from '../asset-names.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { viewOf } from '../asset-view.ts';
import type { FileDescription, IngestFile, IntakeOptions, IntakeResult } from '../file-intake.ts';
import { detectMediaType, detectionByteSize } from '../media-type/detect-media-type.ts';
import { measureStream } from './measure-stream.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'inTransaction' | 'repositories'>;
  store: ObjectStore;
  newId: () => string;
  log: Log;
  byteSizeMax: number;
}

/** No upload takes that long: an object that is still nobody's by then was left behind by a crash. */
const LONGEST_UPLOAD_SECONDS = 24 * 3_600;

/** One pass: the bytes are counted, hashed and looked at while they are stored. Then one transaction makes the asset. */
export const ingestFile =
  (deps: Deps): IngestFile =>
  async (givenName, content, describe, options = {}) => {
    const fileName = keptFileName(givenName);
    const objectKey = `originals/${deps.newId()}`;
    const { objectsToDelete } = deps.database.repositories;
    await objectsToDelete.add([objectKey], LONGEST_UPLOAD_SECONDS);
    try {
      const facts = await storeMeasured(deps, objectKey, content);
      const { head, ...measured } = facts;
      const detected = await detectMediaType(head, fileName);
      const asset = newAsset(deps.newId(), await describe(), {
        fileName,
        objectKey,
        ...measured,
        ...detected,
      });
      const result = await makeOnce(deps, asset, options);
      if (result.asset.id !== asset.id) await discard(deps, objectKey);
      return result;
    } catch (error) {
      await discard(deps, objectKey);
      throw error;
    }
  };

const storeMeasured = async ({ store, byteSizeMax }: Deps, objectKey: string, content: Readable) => {
  const { bytes, facts } = measureStream(content, { byteSizeMax, headByteSize: detectionByteSize });
  const stored = await store.put(objectKey, Readable.from(bytes, { objectMode: false }));
  const measured = facts();
  if (measured.byteSize === 0) throw new AppError('empty-file');
  if (stored.byteSize !== measured.byteSize) throw new AppError('upload-incomplete');
  return measured;
};

const newAsset = (
  id: string,
  file: FileDescription,
  stored: Pick<NewAsset, 'fileName' | 'objectKey' | 'byteSize' | 'sha256' | 'crc32' | 'kind' | 'mediaType'>,
): NewAsset => ({
  id,
  accountId: file.accountId,
  domainId: file.domainId,
  ...stored,
  title: keptTitle(file.title ?? '') || titleFromFileName(stored.fileName),
  tags: keptTags(file.tags ?? []),
  availability: file.availability ?? 'available',
  expiresAt: file.expiresAt ?? null,
  shareable: file.shareable ?? true,
  createdBy: file.createdBy,
});

const makeOnce = (deps: Deps, asset: NewAsset, options: IntakeOptions): Promise<IntakeResult> => {
  const make = () => makeAsset(deps, asset, options);
  const { domainId, fileName, title, sha256 } = asset;
  return options.once ? options.once({ domainId, fileName, title, sha256 }, make) : make();
};

const makeAsset = (
  { database }: Deps,
  file: NewAsset,
  { skipsDoubles = false, together }: IntakeOptions,
): Promise<IntakeResult> =>
  database.inTransaction(async (ports) => {
    const { assets, objectsToDelete, renderJobs, outbox } = ports;
    const now = await assets.now();
    const double = skipsDoubles ? await assets.double(file) : null;
    if (double) return { asset: viewOf(double, now), isNew: false };
    if (!(await objectsToDelete.keep(file.objectKey))) throw new AppError('upload-incomplete');
    const { asset, events } = openAsset(file, now);
    await assets.add(asset);
    await renderJobs.add(asset.id);
    await outbox.add(events);
    await together?.(ports, asset.id);
    return { asset: viewOf(asset, now), isNew: true };
  });

/** Only what no asset took: where a commit succeeded and its answer was lost, the object stays. */
const discard = async ({ database, store, log }: Deps, objectKey: string): Promise<void> => {
  const { objectsToDelete } = database.repositories;
  try {
    if (!(await objectsToDelete.claim(objectKey))) return;
    await store.delete(objectKey);
    await objectsToDelete.forget([objectKey]);
  } catch (error) {
    // The job that deletes objects will come to it.
    log.warn({ err: error, objectKey }, 'an object of an unfinished upload could not be deleted at once');
  }
};
