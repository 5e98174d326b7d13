import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { GetOptions, ObjectStore } from '../objects/port.ts';

/** `testWhere` with what the suite needs. */
export type TestOfSuite = (title: string, run: () => Promise<void>, timeoutMs?: number) => void;

/** Puts a text. */
export const putText = (store: ObjectStore, key: string, content: string) =>
  store.put(key, Readable.from([Buffer.from(content)]));

/** The content of an object, or of a range of it, as text. */
export const contentOf = async (store: ObjectStore, key: string, options: GetOptions = {}) =>
  text(await store.get(key, options));

/** All that comes, in the order in which it comes. */
export const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** The keys that begin so, in order. */
export const keysBelow = async (store: ObjectStore, prefix: string): Promise<string[]> =>
  (await collect(store.list(prefix))).sort();

/** Bytes without end, and what happens before a certain piece of them. */
export const endless = (pieceBytes: number, before: (piece: number) => void): Readable =>
  Readable.from(
    (function* () {
      for (let piece = 0; ; piece += 1) {
        before(piece);
        yield Buffer.alloc(pieceBytes, piece);
      }
    })(),
  );

/** A content in which each place looks different from its neighbours. */
export const largeContent = (byteSize: number): Buffer =>
  Buffer.alloc(byteSize, '0123456789abcdefghijklmnopqrstuvw');

/** Reads a stream as far as it comes, and says how it ended; `onFirst` happens after the first piece. */
export const readAsFarAsItComes = async (
  stream: Readable,
  onFirst: () => Promise<void> | void,
): Promise<{ content: Buffer; error: unknown }> => {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      pieces.push(piece);
      if (pieces.length === 1) await onFirst();
    }
    return { content: Buffer.concat(pieces), error: null };
  } catch (error) {
    return { content: Buffer.concat(pieces), error };
  }
};
