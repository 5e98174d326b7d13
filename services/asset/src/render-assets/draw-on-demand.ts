import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LARGE_PREVIEW_PX, PREVIEW_PX } from '@vitrine/contracts/pictures.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { type Asset, type PictureOnDemand, type Rendition, pictureKey } from '../asset.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import {
  type DrawingProcess,
  DrawingProcessEnded,
  createDrawingProcess,
} from '../renditions/drawing-process.ts';
import { type RenditionResult, renditionFailure } from '../renditions/rendition.ts';
import { type DrawOnDemand, type WantedPicture, nameOfWanted } from '../wanted-picture.ts';
import { localPath, storePicture } from './draw-asset.ts';

interface OnDemandDeps {
  database: Pick<Database<AssetRepositories>, 'inTransaction' | 'repositories'>;
  store: ObjectStore;
  log: Log;
  startDrawing?: () => DrawingProcess;
}

export interface OnDemandDrawing {
  draw: DrawOnDemand;
  start: () => void;
  stop: () => Promise<void>;
}

/** Somebody waits for it: longer than that nobody does. */
const TIMEOUT_MS = 10_000;
/** Each keeps a core busy, beside the pictures of new assets. */
const WAITING_MAX = 24;
/** As long as it may take to be written down that a picture is kept. */
const UNFINISHED_SECONDS = 3_600;

/**
 * Pictures that somebody waits for, one after the other, in a process of their own. Large ones stand in a line of their own:
 * who has nothing yet does not wait for those who have the usual one.
 */
export const createOnDemandDrawing = (deps: OnDemandDeps): OnDemandDrawing => {
  const lines = { usual: openLine(deps), large: openLine(deps) };
  return {
    draw: (assetId, wanted) => (wanted.isLarge ? lines.large : lines.usual).draw(assetId, wanted),
    start: () => undefined,
    stop: () => {
      for (const line of Object.values(lines)) line.close();
      return Promise.resolve();
    },
  };
};

const openLine = (deps: OnDemandDeps): { draw: DrawOnDemand; close: () => void } => {
  const { startDrawing = createDrawingProcess } = deps;
  const drawing = startDrawing();
  const waiting = new Map<string, Promise<void>>();
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  const tools = { ...deps, render: drawing.render, isClosed: () => isClosed };
  return {
    draw: (assetId, wanted) => {
      const key = `${assetId} ${nameOfWanted(wanted)}`;
      const begun = waiting.get(key);
      if (begun !== undefined) return begun;
      if (waiting.size >= WAITING_MAX) throw new AppError('temporarily-unavailable');
      const drawn = last.then(() => drawOne(tools, assetId, wanted)).finally(() => waiting.delete(key));
      waiting.set(key, drawn);
      last = drawn.catch(() => undefined);
      return drawn;
    },
    close: () => {
      isClosed = true;
      drawing.close();
    },
  };
};

type Deps = OnDemandDeps & Pick<DrawingProcess, 'render'> & { isClosed: () => boolean };

const drawOne = async (deps: Deps, assetId: string, wanted: WantedPicture): Promise<void> => {
  const { assets, renditions, objectsToDelete } = deps.database.repositories;
  const name = nameOfWanted(wanted);
  const asset = await assets.byId(assetId);
  if (asset === null || (await renditions.isUndrawn(assetId, name))) return;
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-picture-'));
  try {
    const result = await render(deps, asset, { ...wanted, folder });
    const picture = result.isRendered ? result.preview : undefined;
    if (picture === undefined) {
      await keep(deps, asset, { name, result, rendition: null });
      return;
    }
    await objectsToDelete.add([pictureKey(assetId, name)], UNFINISHED_SECONDS);
    const rendition = await storePicture(deps.store, { assetId, name }, picture);
    await keep(deps, asset, { name, result, rendition });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const render = async (
  { store, render: draw, isClosed }: Deps,
  asset: Asset,
  { folder, page, isLarge = false }: WantedPicture & { folder: string },
): Promise<RenditionResult> => {
  const signal = AbortSignal.timeout(2 * TIMEOUT_MS);
  const sourcePath = await sourceOf(store, asset, { folder, signal });
  const { mediaType, kind } = asset;
  const outputFolder = path.join(folder, 'pictures');
  const limits = { timeoutMs: TIMEOUT_MS };
  const previewAlonePx = isLarge ? LARGE_PREVIEW_PX : PREVIEW_PX;
  try {
    return await draw({ sourcePath, mediaType, kind, outputFolder, page, previewAlonePx, limits, signal });
  } catch (error) {
    if (error instanceof DrawingProcessEnded && isClosed())
      throw new AppError('temporarily-unavailable', {}, { cause: error });
    // What takes the process with it is not tried again.
    if (error instanceof DrawingProcessEnded) return renditionFailure('corrupt', error.message);
    throw error;
  }
};

/** Where the store is slow or away, it is not the picture's fault. */
const sourceOf = async (
  store: ObjectStore,
  { objectKey }: Asset,
  to: { folder: string; signal: AbortSignal },
): Promise<string> => {
  try {
    return await localPath(store, objectKey, to);
  } catch (error) {
    throw new AppError('temporarily-unavailable', {}, { cause: error });
  }
};

interface Drawn {
  name: PictureOnDemand;
  result: RenditionResult;
  rendition: Rendition | null;
}

const keep = ({ database, log }: Deps, { id }: Asset, { name, result, rendition }: Drawn): Promise<void> =>
  database.inTransaction(async ({ assets, documents, objectsToDelete, renditions }) => {
    // Of an asset that was removed meanwhile the object is deleted, as it was noted before.
    if ((await assets.lock(id)) === null) return;
    if (result.pageCount !== undefined) await documents.count(id, result.pageCount);
    if (rendition !== null && (await objectsToDelete.keep(rendition.objectKey)))
      return renditions.addDrawn(rendition);
    if (result.isRendered) return;
    log.info(
      { assetId: id, picture: name, failure: result.reason },
      'a picture could not be drawn on demand',
    );
    await renditions.giveUp(id, name, result.reason);
  });
