import type { AssetFile, AssetFiles, UserActor } from '@vitrine/contracts';
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
  const told = noColumns();
  await inSlices(
    forEach(ids, (id) => {
      const file = pick(byId.get(id) ?? null);
      if (file !== null) tell(told, file, now);
    }),
  );
  return told;
};

type Columns = { [Field in keyof AssetFile]: AssetFile[Field][] };

const noColumns = (): Columns => ({
  assetId: [],
  domainId: [],
  fileName: [],
  mediaType: [],
  byteSize: [],
  crc32: [],
  sha256: [],
  objectKey: [],
  createdAt: [],
  shareable: [],
  reason: [],
});

const tell = (told: Columns, file: FileOfAsset, now: Date): void => {
  told.assetId.push(file.id);
  told.domainId.push(file.domainId);
  told.fileName.push(file.fileName);
  told.mediaType.push(file.mediaType);
  told.byteSize.push(file.byteSize);
  told.crc32.push(file.crc32);
  told.sha256.push(file.sha256);
  told.objectKey.push(file.objectKey);
  told.createdAt.push(file.createdAt);
  told.shareable.push(file.shareable);
  told.reason.push(reasonNotDownloadable(file, now));
};
