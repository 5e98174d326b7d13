import type { AssetView, UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { assertInDomainOf } from '../asset-access.ts';
import { type AssetPatch, changeAsset as changed } from '../asset-changes.ts';
import { keptTags, keptTitle } from '../asset-names.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { viewOf } from '../asset-view.ts';

type Deps = Pick<Database<AssetRepositories>, 'inTransaction'>;

interface ChangeRequest {
  id: string;
  title?: string | undefined;
  tags?: readonly string[] | undefined;
  availability?: 'available' | 'unavailable' | undefined;
  expiresAt?: string | null | undefined;
  shareable?: boolean | undefined;
}

/** Any member of the asset's domain may change it. */
export const changeAsset =
  ({ inTransaction }: Deps) =>
  ({ id, ...request }: ChangeRequest, actor: UserActor): Promise<AssetView> => {
    const patch = patchOf(request);
    return inTransaction(async ({ assets, outbox }) => {
      const before = assertInDomainOf(actor, await assets.lock(id));
      const now = await assets.now();
      const { asset, events } = changed(before, patch, { actorId: actor.userId, now });
      if (events.length > 0) await assets.update(asset);
      await outbox.add(events);
      return viewOf(asset, now);
    });
  };

const patchOf = ({
  title,
  tags,
  availability,
  expiresAt,
  shareable,
}: Omit<ChangeRequest, 'id'>): AssetPatch => ({
  ...(title === undefined ? {} : { title: titleOf(title) }),
  ...(tags === undefined ? {} : { tags: keptTags(tags) }),
  ...(availability === undefined ? {} : { availability }),
  ...(expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
  ...(shareable === undefined ? {} : { shareable }),
});

const titleOf = (text: string): string => {
  const title = keptTitle(text);
  if (title === '') throw new AppError('invalid-title');
  return title;
};
