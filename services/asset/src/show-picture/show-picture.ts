import type { Actor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import * as z from 'zod';
import type { PictureName } from '../asset.ts';
import { type SeenThroughShare, assertMaySee } from '../asset-access.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { type Picture, storedPicture } from '../renditions/stored-picture.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories'>;
  store: ObjectStore;
  seenThroughShare: SeenThroughShare;
}

interface PictureRequest {
  assetId: string;
  shareId: unknown;
  /** The first of them that there is, is shown. */
  names: readonly [PictureName, ...PictureName[]];
}

const ShareId = z.uuid().toLowerCase();

/** @throws AppError `not-found` whatever the reason is, `temporarily-unavailable` where the right is not established. */
export const showPicture =
  ({ database, store, seenThroughShare }: Deps) =>
  async (request: PictureRequest, actor: Actor): Promise<Picture> => {
    const { renditions } = database.repositories;
    const { success } = z.uuid().safeParse(request.assetId);
    const picture = success ? await renditions.shown(request.assetId, request.names) : null;
    await assertMaySee(seenThroughShare)(actor, picture, ShareId.safeParse(request.shareId).data);
    if (picture === null || picture.objectKey === null) throw new AppError('not-found');
    return storedPicture(store, picture);
  };
