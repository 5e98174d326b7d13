import { hasLargePreview } from '@vitrine/contracts/pictures.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { reasonOf } from '@vitrine/platform/errors/reason-of.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { type PictureOnDemand, largePageName, reasonNotDownloadable } from '../asset.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { type Picture, storedPicture } from '../renditions/stored-picture.ts';
import type { DrawOnDemand } from '../wanted-picture.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories'>;
  store: ObjectStore;
  draw: DrawOnDemand;
  log: Log;
}

/**
 * A preview or a page of a document in its large size, for who may see the usual one: that is established before, and after
 * it again. Drawn when it is first asked for. Null where there is no more to see, where it cannot be drawn or not now, and
 * of an asset whose file nobody may have at the moment: of that no more is shown than its preview.
 */
export const showLargePicture =
  (deps: Deps) =>
  async (assetId: string, page: number): Promise<Picture | null> => {
    const name = largePageName(page);
    if (!(await mayBeLarge(deps, assetId))) return null;
    const found = await kept(deps, assetId, name);
    if (found !== null) return found;
    await drawIfPossible(deps, { assetId, page, name });
    return (await mayBeLarge(deps, assetId)) ? kept(deps, assetId, name) : null;
  };

const mayBeLarge = async ({ database }: Deps, assetId: string): Promise<boolean> => {
  const { assets } = database.repositories;
  const asset = await assets.byId(assetId);
  return (
    asset !== null && hasLargePreview(asset) && reasonNotDownloadable(asset, await assets.now()) === null
  );
};

const kept = async (
  { database, store }: Deps,
  assetId: string,
  name: PictureOnDemand,
): Promise<Picture | null> => {
  const found = await database.repositories.renditions.shown(assetId, [name]);
  return found === null || found.objectKey === null ? null : storedPicture(store, found);
};

const drawIfPossible = async (
  { draw, log }: Deps,
  { assetId, page, name }: { assetId: string; page: number; name: PictureOnDemand },
): Promise<void> => {
  try {
    await draw(assetId, { page, isLarge: true });
  } catch (error) {
    // Who looks has the usual one: a store or a disk in trouble takes no more from them than the large one.
    log.warn({ assetId, picture: name, reason: reasonOf(error) }, 'a large picture is not drawn now');
  }
};
