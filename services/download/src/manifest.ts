import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ObjectPart, ObjectReader, ObjectSource } from './engine/source.ts';
import type { PlanEntry } from './plan.ts';

/** A file of a zip that is in no store: it is written anew whenever it is asked for, out of the other entries. */
export type ManifestEntry = Omit<PlanEntry, 'assetId'>;

export const MANIFEST_NAME = 'SHA256SUMS.txt';
/** No key of a store is like this: those are paths. */
const MANIFEST_KEY = ':manifest';

/** The sums of all entries, as `sha256sum --check` reads them. It lists what is in the zip, whatever it is named itself. */
export const manifestOf = (entries: readonly PlanEntry[], name: string): ManifestEntry => {
  const bytes = manifestBytes(entries);
  return {
    name,
    byteSize: bytes.length,
    crc32: crc32(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    objectKey: MANIFEST_KEY,
    // Of the plan and not of the moment: the same plan gives the same bytes.
    modifiedAt: entries.reduce((latest, { modifiedAt }) => Math.max(latest, modifiedAt), 0),
  };
};

/** A source that has the manifest of a plan too. Its bytes are held only while somebody reads them. */
export const withManifest = (source: ObjectSource, entries: readonly PlanEntry[]): ObjectSource => ({
  openReader: () => {
    const reader = source.openReader();
    let bytes: Buffer | undefined;
    const ahead = reader.askAhead === undefined ? {} : { askAhead: aheadOf(reader.askAhead) };
    return {
      ...ahead,
      fill: async (parts, into, signal) => {
        const stored: ObjectPart[] = [];
        for (const part of parts) {
          if (part.objectKey === MANIFEST_KEY) {
            bytes ??= manifestBytes(entries);
            into.set(bytes.subarray(part.offset, part.offset + part.length), part.position);
          } else stored.push(part);
        }
        if (stored.length > 0) await reader.fill(stored, into, signal);
      },
      close: () => {
        bytes = undefined;
        return reader.close();
      },
    };
  },
});

type AskAhead = NonNullable<ObjectReader['askAhead']>;

const aheadOf =
  (askAhead: AskAhead): AskAhead =>
  (next, signal) =>
    askAhead(
      next.filter(({ objectKey }) => objectKey !== MANIFEST_KEY),
      signal,
    );

const manifestBytes = (entries: readonly PlanEntry[]): Buffer =>
  Buffer.from(entries.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(''));
