/** Which bytes of which object go where: `length` bytes from `offset` on, to `position` in the slab. */
export type ObjectPart = {
  objectKey: string;
  /** What the object must measure. One of another size is another object: the read fails. */
  objectByteSize: number;
  offset: number;
  length: number;
  position: number;
  /** To where the download goes on in this object, beyond this part. */
  until: number;
};

/** Bytes of one object that follow each other. */
export type ObjectStretch = Pick<ObjectPart, 'objectKey' | 'objectByteSize' | 'offset' | 'until'>;

/** Where the bytes of objects come from: a disk, an object store. */
export type ObjectSource = {
  /** One reader per download: what it keeps open, it keeps for that download. */
  openReader: () => ObjectReader;
};

/**
 * All of a slab is asked for at once: the source knows best what to read at a time, and what together.
 * `fill` settles when nothing of its own writes into the slab any more, also when it fails or is aborted.
 * Every part comes whole or `fill` rejects.
 */
export type ObjectReader = {
  fill: (
    parts: readonly ObjectPart[],
    into: Uint8Array<SharedArrayBuffer>,
    signal: AbortSignal,
  ) => Promise<void>;
  /**
   * Told of the big objects that come next, in order and each once, before they are asked for. It may ask for them
   * already; nothing of them is sent before a part of them was asked for. Without it big objects begin slabs.
   */
  askAhead?: (next: readonly ObjectStretch[], signal: AbortSignal) => void;
  /** Settles when everything that the reader held open is closed. */
  close: () => Promise<void>;
};

/** From this size on an object is big: it is read by itself. */
export const bigObjectByteSize = 256 * 1024;
