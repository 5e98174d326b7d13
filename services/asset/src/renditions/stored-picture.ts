import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type LocalObjectStore, ObjectMissing, type ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { Rendition } from '../asset.ts';

export interface Picture {
  etag: string;
  /** The whole picture: it has a few hundred kB at most, and is served whole or not at all. */
  bytes: () => Promise<Buffer>;
}

type Stored = Pick<Rendition, 'objectKey' | 'byteSize' | 'etag'>;

export const storedPicture = (store: ObjectStore | LocalObjectStore, stored: Stored): Picture => ({
  etag: stored.etag,
  bytes: () => wholeObject(store, stored),
});

/** Whether the browser has the picture already: If-None-Match compares weakly (RFC 9110, 13.1.2). */
export const isKnown = (etag: string, ifNoneMatch: string | undefined): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

const wholeObject = async (
  store: ObjectStore | LocalObjectStore,
  { objectKey, byteSize }: Stored,
): Promise<Buffer> => {
  try {
    // A file of this machine is read at once: a stream for a few kB costs ten times as much.
    const bytes = await ('pathOf' in store
      ? readFile(store.pathOf(objectKey))
      : store.get(objectKey).then(buffer));
    if (bytes.length !== byteSize)
      throw new Error(`The object ${objectKey} has not the size it was stored with.`);
    return bytes;
  } catch (error) {
    throw isMissing(error) ? new AppError('not-found', {}, { cause: error }) : error;
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof ObjectMissing ||
  (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT');
