import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalObjectStore, ObjectStore } from '@vitrine/platform/objects/port.ts';
import { type Asset, PICTURE_NAMES, type Rendition, pictureKey } from '../asset.ts';
import type { RenderedFacts } from '../asset-changes.ts';
import { pictureTag } from '../picture-tag.ts';
import type { DrawingProcess } from '../renditions/drawing-process.ts';
import type { RenditionSource } from '../renditions/render.ts';
import type { RenderedPicture, RenditionResult } from '../renditions/rendition.ts';

export interface DrawnAsset {
  facts: RenderedFacts;
  renditions: Rendition[];
  /** Of a document. */
  pageCount: number | null;
  /** Why there is no picture, where there could have been one. */
  failure: string | null;
}

interface DrawingTools {
  store: ObjectStore;
  render: DrawingProcess['render'];
  signal: AbortSignal;
  limits?: RenditionSource['limits'];
}

/** What is kept of a file that has no pictures. */
export const notDrawn = (failure: string | null): DrawnAsset => ({
  facts: { width: null, height: null, durationMs: null, pictures: [] },
  renditions: [],
  pageCount: null,
  failure,
});

/** Draws an asset's pictures and stores them. Rejects only for what is not the file's doing. */
export const drawAsset = async (
  asset: Asset,
  { store, render, signal, limits }: DrawingTools,
): Promise<DrawnAsset> => {
  if (!['image', 'pdf', 'video'].includes(asset.kind)) return notDrawn(null);
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-render-'));
  try {
    const result = await render({
      sourcePath: await localPath(store, asset.objectKey, { folder, signal }),
      mediaType: asset.mediaType,
      kind: asset.kind,
      outputFolder: path.join(folder, 'pictures'),
      signal,
      ...(limits === undefined ? {} : { limits }),
    });
    return await storeResult(store, asset.id, result);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The renderers read files: one of this machine is read where it is, any other is copied first. */
export const localPath = async (
  store: ObjectStore | LocalObjectStore,
  objectKey: string,
  { folder, signal }: { folder: string; signal: AbortSignal },
): Promise<string> => {
  if ('pathOf' in store) return store.pathOf(objectKey);
  const copy = path.join(folder, 'source');
  await pipeline(await store.get(objectKey, { signal }), createWriteStream(copy), { signal });
  return copy;
};

const storeResult = async (
  store: ObjectStore,
  assetId: string,
  result: RenditionResult,
): Promise<DrawnAsset> => {
  const renditions: Rendition[] = [];
  for (const name of PICTURE_NAMES) {
    const picture = result.isRendered ? result[name] : undefined;
    if (picture) renditions.push(await storePicture(store, { assetId, name }, picture));
  }
  return {
    facts: {
      width: result.width ?? null,
      height: result.height ?? null,
      durationMs: result.isRendered ? (result.durationMs ?? null) : null,
      pictures: PICTURE_NAMES.filter((name) => renditions.some((each) => each.name === name)),
    },
    renditions,
    pageCount: result.pageCount ?? null,
    failure: result.isRendered ? null : `${result.reason}: ${result.detail}`,
  };
};

export const storePicture = async (
  store: ObjectStore,
  { assetId, name }: Pick<Rendition, 'assetId' | 'name'>,
  picture: RenderedPicture,
): Promise<Rendition> => {
  const objectKey = pictureKey(assetId, name);
  const bytes = await readFile(picture.path);
  await store.put(objectKey, Readable.from([bytes], { objectMode: false }));
  const etag = pictureTag(createHash('sha256').update(bytes).digest());
  return {
    assetId,
    name,
    objectKey,
    etag,
    width: picture.width,
    height: picture.height,
    byteSize: bytes.length,
  };
};
