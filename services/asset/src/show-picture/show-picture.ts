import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type LocalObjectStore, ObjectMissing, type ObjectStore } from '@vitrine/platform/objects/port.ts';
import * as z from 'zod';
import type { PictureName, Rendition } from '../asset.ts';
import { type SeenThroughShare, assertMaySee } from '../asset-access.ts';
import type { AssetRepositories } from '../asset-repository.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories'>;
  store: ObjectStore | LocalObjectStore;
  seenThroughShare: SeenThroughShare;
}

interface PictureRequest {
  assetId: string;
  shareId: unknown;
  name: PictureName;
}

export interface Picture {
  etag: string;
  /** The whole picture: it has a few hundred kB at most, and is served whole or not at all. */
  bytes: () => Promise<Buffer>;
}

const ShareId = z.uuid().toLowerCase();

/** @throws AppError `not-found` whatever the reason is, `temporarily-unavailable` where the right is not established. */
export const showPicture =
  ({ database, store, seenThroughShare }: Deps) =>
  async (request: PictureRequest, actor: Actor): Promise<Picture> => {
    const { renditions } = database.repositories;
    const { success } = z.uuid().safeParse(request.assetId);
    const picture = success ? await renditions.shown(request.assetId, request.name) : null;
    await assertMaySee(seenThroughShare)(actor, picture, ShareId.safeParse(request.shareId).data);
    if (picture === null || picture.objectKey === null) throw new AppError('not-found');
    return { etag: picture.etag, bytes: () => wholeObject(store, picture) };
  };

/** Whether the browser has the picture already: If-None-Match compares weakly (RFC 9110, 13.1.2). */
export const isKnown = (etag: string, ifNoneMatch: string | undefined): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

const wholeObject = async (
  store: Deps['store'],
  { objectKey, byteSize }: Pick<Rendition, 'objectKey' | 'byteSize'>,
): Promise<Buffer> => {
  try {
    // A file of this machine is read at once: a stream for a few kB costs ten times as much.
    const bytes = await ('pathOf' in store
      ? readFile(store.pathOf(objectKey))
      : store.get(objectKey).then(buffer));
    if (bytes.length !== byteSize)
      throw new Error(`The object ${objectKey} has not the size it was stored with.`);
    return bytes;
  } catch (error) {
    throw isMissing(error) ? new AppError('not-found', {}, { cause: error }) : error;
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof ObjectMissing ||
  (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT');
