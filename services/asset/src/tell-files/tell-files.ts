import { type AssetFile, type AssetFiles, type UserActor, columnsOfFiles } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { distinctIds } from '@vitrine/platform/ids/distinct-ids.ts';
import { forEach, inSlices } from '@vitrine/platform/schedule/slices.ts';
import { reasonNotDownloadable } from '../asset.ts';
import { assertInDomainOf } from '../asset-access.ts';
import type { FileOfAsset } from '../asset-file-repository.ts';
import type { AssetRepositories } from '../asset-repository.ts';

type Deps = Pick<Database<AssetRepositories>, 'repositories'>;

interface AssetIds {
  assetIds: readonly string[];
}

/** For a person: all of them or, where one is not theirs to see, none. Each once, in the order asked for. */
export const tellVisibleFiles =
  (deps: Deps) =>
  ({ assetIds }: AssetIds, actor: UserActor): Promise<AssetFiles> =>
    filesInOrder(deps, assetIds, (found) => assertInDomainOf(actor, found));

/** For a service: those that there are. Each once, in the order asked for. */
export const tellFiles =
  (deps: Deps) =>
  ({ assetIds }: AssetIds): Promise<AssetFiles> =>
    filesInOrder(deps, assetIds, (found) => found);

const filesInOrder = async (
  { repositories: { assets, files } }: Deps,
  assetIds: readonly string[],
  pick: (found: FileOfAsset | null) => FileOfAsset | null,
): Promise<AssetFiles> => {
  const ids = await inSlices(distinctIds(assetIds));
  const [found, now] = [await files.byIds(ids), await assets.now()];
  const byId = new Map(found.map((file) => [file.id, file]));
  const picked: AssetFile[] = [];
  await inSlices(
    forEach(ids, (id) => {
      const file = pick(byId.get(id) ?? null);
      if (file !== null) picked.push(fileOf(file, now));
    }),
  );
  return columnsOfFiles(picked);
};

const fileOf = (file: FileOfAsset, now: Date): AssetFile => ({
  assetId: file.id,
  domainId: file.domainId,
  fileName: file.fileName,
  mediaType: file.mediaType,
  byteSize: file.byteSize,
  crc32: file.crc32,
  sha256: file.sha256,
  objectKey: file.objectKey,
  createdAt: file.createdAt,
  shareable: file.shareable,
  reason: reasonNotDownloadable(file, now),
});
