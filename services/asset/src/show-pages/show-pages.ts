import { type Actor, PAGES_SHOWN_MAX } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import * as z from 'zod';
import { pageName } from '../asset.ts';
import { type SeenThroughShare, assertMaySee } from '../asset-access.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import type { Document } from '../document-repository.ts';
import { type Picture, storedPicture } from '../renditions/stored-picture.ts';
import type { DrawOnDemand } from '../wanted-picture.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories'>;
  store: ObjectStore;
  seenThroughShare: SeenThroughShare;
  draw: DrawOnDemand;
}

interface Asked {
  assetId: string;
  shareId: unknown;
}

const Id = z.uuid().toLowerCase();
const PageNumber = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.int().max(PAGES_SHOWN_MAX));

/** @throws AppError `not-found` whatever the reason is, `temporarily-unavailable` where the right is not established. */
export const tellPages =
  (deps: Deps) =>
  async (asked: Asked, actor: Actor): Promise<{ pageCount: number; shownCount: number }> => {
    const { id, pageCount } = await countedDocument(deps, await seenDocument(deps, asked, actor));
    if (pageCount === null) throw new AppError('not-found', { assetId: id });
    return { pageCount, shownCount: Math.min(pageCount, PAGES_SHOWN_MAX) };
  };

/** A page as a picture, drawn when it is first asked for. @throws AppError as {@link tellPages}, or where too many wait */
export const showPage =
  (deps: Deps) =>
  async (asked: Asked & { page: unknown }, actor: Actor): Promise<Picture> => {
    const document = await seenDocument(deps, asked, actor);
    const { data: page } = PageNumber.safeParse(asked.page);
    if (page === undefined) throw new AppError('not-found');
    const kept = await keptPage(deps, document.id, page);
    if (kept !== null) return kept;
    const drawn = await drawnPage(deps, document, page);
    // Others may have been before it, and the right may have ended meanwhile.
    await seenDocument(deps, asked, actor);
    if (drawn === null) throw new AppError('not-found');
    return drawn;
  };

const seenDocument = async (
  { database, seenThroughShare }: Deps,
  { assetId, shareId }: Asked,
  actor: Actor,
): Promise<Document> => {
  const { success } = Id.safeParse(assetId);
  const document = success ? await database.repositories.documents.byId(assetId) : null;
  await assertMaySee(seenThroughShare)(actor, document, Id.safeParse(shareId).data);
  // What has no preview could not be drawn: that of its other pages is not tried.
  if (document?.kind !== 'pdf' || !document.hasPreview) throw new AppError('not-found');
  return document;
};

/** Those that came before pages were counted are when they are first looked at, with the page that is turned to next. */
const countedDocument = async ({ database, draw }: Deps, document: Document): Promise<Document> => {
  if (document.pageCount !== null) return document;
  await draw(document.id, { page: 2 });
  return (await database.repositories.documents.byId(document.id)) ?? document;
};

const drawnPage = async (deps: Deps, document: Document, page: number): Promise<Picture | null> => {
  const { pageCount } = await countedDocument(deps, document);
  if (page > (pageCount ?? 1)) return null;
  await deps.draw(document.id, { page });
  return keptPage(deps, document.id, page);
};

const keptPage = async (
  { database, store }: Deps,
  assetId: string,
  page: number,
): Promise<Picture | null> => {
  const found = await database.repositories.renditions.shown(assetId, [pageName(page)]);
  return found === null || found.objectKey === null ? null : storedPicture(store, found);
};
