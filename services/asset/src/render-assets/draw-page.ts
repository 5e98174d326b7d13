import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { type Asset, type Rendition, pageName, pictureKey } from '../asset.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import {
  type DrawingProcess,
  DrawingProcessEnded,
  createDrawingProcess,
} from '../renditions/drawing-process.ts';
import { type RenditionResult, renditionFailure } from '../renditions/rendition.ts';
import { localPath, storePicture } from './draw-asset.ts';

interface PageDrawingDeps {
  database: Pick<Database<AssetRepositories>, 'inTransaction' | 'repositories'>;
  store: ObjectStore;
  log: Log;
  startDrawing?: () => DrawingProcess;
}

export interface PageDrawing {
  /**
   * Draws a page of a document and keeps it, or that it cannot be drawn. Who asks for one that is being drawn waits
   * with the first. @throws AppError `temporarily-unavailable` where too many wait already
   */
  drawPage: (assetId: string, page: number) => Promise<void>;
  start: () => void;
  stop: () => Promise<void>;
}

/** Somebody waits for it: longer than that nobody does. */
const TIMEOUT_MS = 10_000;
/** Each keeps a core busy, beside the pictures of new assets. */
const WAITING_MAX = 24;
/** As long as it may take to be written down that a page is kept. */
const UNFINISHED_SECONDS = 3_600;

/** Pages that somebody turns to, one after the other, in a process of their own. */
export const createPageDrawing = (deps: PageDrawingDeps): PageDrawing => {
  const { startDrawing = createDrawingProcess } = deps;
  const drawing = startDrawing();
  const waiting = new Map<string, Promise<void>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    drawPage: (assetId, page) => {
      const key = `${assetId} ${page}`;
      const begun = waiting.get(key);
      if (begun !== undefined) return begun;
      if (waiting.size >= WAITING_MAX) throw new AppError('temporarily-unavailable');
      const drawn = last
        .then(() => drawOne({ ...deps, render: drawing.render }, assetId, page))
        .finally(() => waiting.delete(key));
      waiting.set(key, drawn);
      last = drawn.catch(() => undefined);
      return drawn;
    },
    start: () => undefined,
    stop: () => {
      drawing.close();
      return Promise.resolve();
    },
  };
};

type Deps = PageDrawingDeps & Pick<DrawingProcess, 'render'>;

const drawOne = async (deps: Deps, assetId: string, page: number): Promise<void> => {
  const { assets, documents, objectsToDelete } = deps.database.repositories;
  const asset = await assets.byId(assetId);
  if (asset === null || (await documents.isUndrawn(assetId, page))) return;
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-page-'));
  try {
    const result = await render(deps, asset, { folder, page });
    const picture = result.isRendered ? result.preview : undefined;
    if (picture === undefined) {
      await keep(deps, asset, { page, result, rendition: null });
      return;
    }
    const name = pageName(page);
    await objectsToDelete.add([pictureKey(assetId, name)], UNFINISHED_SECONDS);
    const rendition = await storePicture(deps.store, { assetId, name }, picture);
    await keep(deps, asset, { page, result, rendition });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const render = async (
  { store, render: draw }: Deps,
  asset: Asset,
  { folder, page }: { folder: string; page: number },
): Promise<RenditionResult> => {
  const signal = AbortSignal.timeout(2 * TIMEOUT_MS);
  const sourcePath = await localPath(store, asset.objectKey, { folder, signal });
  const { mediaType, kind } = asset;
  const outputFolder = path.join(folder, 'pictures');
  const limits = { timeoutMs: TIMEOUT_MS };
  try {
    return await draw({ sourcePath, mediaType, kind, outputFolder, page, limits, signal });
  } catch (error) {
    // A page that takes the process with it is not tried again.
    if (error instanceof DrawingProcessEnded) return renditionFailure('corrupt', error.message);
    throw error;
  }
};

interface Drawn {
  page: number;
  result: RenditionResult;
  rendition: Rendition | null;
}

const keep = ({ database, log }: Deps, { id }: Asset, { page, result, rendition }: Drawn): Promise<void> =>
  database.inTransaction(async ({ assets, documents, objectsToDelete, renditions }) => {
    // Of an asset that was removed meanwhile the object is deleted, as it was noted before.
    if ((await assets.lock(id)) === null) return;
    if (result.pageCount !== undefined) await documents.count(id, result.pageCount);
    if (rendition !== null && (await objectsToDelete.keep(rendition.objectKey)))
      return renditions.addPage(rendition);
    if (result.isRendered) return;
    log.info({ assetId: id, page, failure: result.reason }, 'a page could not be drawn');
    await documents.giveUp(id, page, result.reason);
  });
