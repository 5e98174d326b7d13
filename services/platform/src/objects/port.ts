import type { Readable } from 'node:stream';

/** What a store knows of an object. */
export interface ObjectFacts {
  byteSize: number;
}

/** Bytes `from` to `to`, both included, as in HTTP; `to` left out means to the end. */
export interface ByteRange {
  from: number;
  to?: number;
}

/**
 * Where the files are. An object is written once under a key and never changes. A key is made of letters, digits,
 * `-`, `.` and `/`.
 */
export interface ObjectStore {
  /** Stores a stream. It is there whole or not at all: when the stream fails or `signal` ends it, nothing is left. */
  put: (key: string, content: Readable, options?: { signal?: AbortSignal }) => Promise<ObjectFacts>;
  /** @throws ObjectMissing at once; the stream fails when the source does, and never ends short. */
  get: (key: string, options?: { range?: ByteRange; signal?: AbortSignal }) => Promise<Readable>;
  /** Null for a key that there is not. */
  stat: (key: string) => Promise<ObjectFacts | null>;
  /** Deleting what is not there is no error. */
  delete: (key: string) => Promise<void>;
  /** All keys that begin with the prefix, in no order. */
  list: (prefix: string) => AsyncIterable<string>;
}

/** A store whose objects are files of this machine, which renditions and downloads read directly. */
export interface LocalObjectStore extends ObjectStore {
  pathOf: (key: string) => string;
}

/** There is no object under this key. */
export class ObjectMissing extends Error {
  constructor(key: string) {
    super(`There is no object ${key}.`);
    this.name = 'ObjectMissing';
  }
}
