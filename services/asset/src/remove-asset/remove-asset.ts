import type { UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { PICTURE_NAMES, pictureKey } from '../asset.ts';
import { assertInDomainOf } from '../asset-access.ts';
import { tellOfRemoval } from '../asset-events.ts';
import type { AssetRepositories } from '../asset-repository.ts';

type Deps = Pick<Database<AssetRepositories>, 'inTransaction'>;

/** Running downloads hear of the removal first and end by a rule, not by a file that went away under them. */
const OBJECTS_KEPT_SECONDS = 30;

export const removeAsset =
  ({ inTransaction }: Deps) =>
  ({ id }: { id: string }, actor: UserActor): Promise<void> =>
    inTransaction(async ({ assets, objectsToDelete, outbox, renditions }) => {
      const asset = assertInDomainOf(actor, await assets.lock(id));
      const pictures = PICTURE_NAMES.map((name) => pictureKey(asset.id, name));
      const pages = (await renditions.ofAssets([asset.id])).map(({ objectKey }) => objectKey);
      const objects = new Set([asset.objectKey, ...pictures, ...pages]);
      await objectsToDelete.add([...objects], OBJECTS_KEPT_SECONDS);
      await assets.remove(asset.id);
      await outbox.add([tellOfRemoval(asset, actor.userId)]);
    });
