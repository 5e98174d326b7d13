import { buffer } from 'node:stream/consumers';
import type { Actor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { ObjectMissing, type ObjectStore } from '@vitrine/platform/objects/port.ts';
import * as z from 'zod';
import type { PictureName, Rendition } from '../asset.ts';
import { type SeenThroughShare, assertMaySee } from '../asset-access.ts';
import type { AssetRepositories } from '../asset-repository.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories'>;
  store: ObjectStore;
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

/** @throws AppError `not-found` whatever the reason is, `temporarily-unavailable` where the right is not established. */
export const showPicture =
  ({ database, store, seenThroughShare }: Deps) =>
  async (request: PictureRequest, actor: Actor): Promise<Picture> => {
    const { assets, renditions } = database.repositories;
    const { success } = z.uuid().safeParse(request.assetId);
    const asset = success ? await assets.byId(request.assetId) : null;
    await assertMaySee(seenThroughShare)(actor, asset, z.uuid().safeParse(request.shareId).data);
    const rendition = asset && (await renditions.find(asset.id, request.name));
    if (!rendition) throw new AppError('not-found');
    return { etag: rendition.etag, bytes: () => wholeObject(store, rendition) };
  };

/** Whether the browser has the picture already: If-None-Match compares weakly (RFC 9110, 13.1.2). */
export const isKnown = (etag: string, ifNoneMatch: string | undefined): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

const wholeObject = async (store: ObjectStore, { objectKey, byteSize }: Rendition): Promise<Buffer> => {
  try {
    const bytes = await buffer(await store.get(objectKey));
    if (bytes.length !== byteSize)
      throw new Error(`The object ${objectKey} has not the size it was stored with.`);
    return bytes;
  } catch (error) {
    throw error instanceof ObjectMissing ? new AppError('not-found', {}, { cause: error }) : error;
  }
};
