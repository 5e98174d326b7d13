import type { Readable } from 'node:stream';
import { AppError } from '../errors/app-error.ts';
import type { Log } from '../log/log.ts';
import type { Packs } from './packs/open-packs.ts';

/** What a store knows of an object. */
export interface ObjectFacts {
  byteSize: number;
  /** The same as long as the object is; another one when it was replaced. Means nothing else. */
  etag: string;
}

/** Bytes `from` to `to`, both included, as in HTTP; `to` left out, or beyond the object, means to the end. */
export interface ByteRange {
  from: number;
  to?: number;
}

/** What somebody who puts an object knows of it beforehand. */
export interface ExpectedContent {
  byteSize?: number;
  /** In hexadecimal digits. */
  sha256?: string;
}

/** How an object is put. */
export interface PutOptions {
  signal?: AbortSignal;
  expected?: ExpectedContent;
}

/** How an object is read. */
export interface GetOptions {
  range?: ByteRange;
  /** The ETag that the object has to have still. */
  ifMatch?: string;
  signal?: AbortSignal;
}

/**
 * Where the files are. An object is written once under a key and never changes. A key is made of names with `/`
 * between; a name takes every character, but does not begin with a dot.
 */
export interface ObjectStore {
  /**
   * Stores a stream. It is there whole or not at all: when the stream fails, `signal` ends it, or it is not what is
   * expected, then nothing is left.
   * @throws ContentDiffers
   */
  put: (key: string, content: Readable, options?: PutOptions) => Promise<ObjectFacts>;
  /**
   * The stream fails when the source does or stalls, and never ends short.
   * @throws ObjectMissing, ObjectChanged, RangeBeyondObject at once
   */
  get: (key: string, options?: GetOptions) => Promise<Readable>;
  /** Null for a key that there is not. */
  stat: (key: string) => Promise<ObjectFacts | null>;
  /** Deleting what is not there is no error. */
  delete: (key: string) => Promise<void>;
  /** All keys that begin with the prefix, in no order. */
  list: (prefix: string) => AsyncGenerator<string>;
}

/** A store whose objects are files of this machine, which downloads read directly. */
export interface LocalObjectStore extends ObjectStore {
  pathOf: (key: string) => string;
  /** Copies of small objects that lie together: to read many of them takes one opening then. */
  packs: Omit<Packs, 'start' | 'stop'>;
  /**
   * For who is alone on the store, before anything is put: removes what a crash left half-written, and from now on packs
   * small objects.
   */
  takeOver: (log: Log) => Promise<void>;
  close: () => Promise<void>;
}

/** How to read an object by a plain GET, good for some minutes. `Range` and `If-Match` may be added as one likes. */
export interface SignedRead {
  /** `http://minio:9000` */
  origin: string;
  path: string;
  headers: Record<string, string>;
}

/** A store behind HTTP, connected to. */
export interface NetworkObjectStore extends ObjectStore {
  /** For who reads bodies into buffers of its own. Costs some microseconds and asks nobody. */
  signedRead: (key: string) => SignedRead;
  /** Rejects while the store does not answer. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
}

/** There is no object under this key. */
export class ObjectMissing extends Error {
  constructor(key: string) {
    super(`There is no object ${key}.`);
    this.name = 'ObjectMissing';
  }
}

/** The object under this key is not the one that was meant any more. */
export class ObjectChanged extends Error {
  constructor(key: string) {
    super(`The object ${key} is another one by now.`);
    this.name = 'ObjectChanged';
  }
}

/** The range begins behind the end of the object. */
export class RangeBeyondObject extends Error {
  constructor(key: string) {
    super(`The object ${key} ends before that range.`);
    this.name = 'RangeBeyondObject';
  }
}

/** What came is not what was announced. */
export class ContentDiffers extends Error {
  constructor(key: string, what: 'size' | 'checksum') {
    super(`The content for ${key} has another ${what} than was announced.`);
    this.name = 'ContentDiffers';
  }
}

/** The store did not answer, or not in time: it may do so later. The message is for the log. */
export class StoreUnavailable extends AppError {
  constructor(message: string, options?: ErrorOptions) {
    super('temporarily-unavailable', {}, options);
    this.name = 'StoreUnavailable';
    this.message = message;
  }
}
