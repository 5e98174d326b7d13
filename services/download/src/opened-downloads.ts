import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { inTurns } from '@vitrine/platform/schedule/slices.ts';
import type { Download } from './download.ts';
import type { ObjectSource } from './engine/source.ts';
import type { VirtualFile } from './engine/virtual-file.ts';
import { withManifest } from './manifest.ts';
import { fileOf } from './plan.ts';
import { unpackEntries } from './plan-entries.ts';

/** A download with its entries: what it takes to send it. */
export interface OpenedDownload {
  readonly file: VirtualFile;
  /** The store, with what of the file is in none. */
  readonly sourceIn: (store: ObjectSource) => ObjectSource;
  /** By the index of the entry; a manifest has none. */
  readonly assetIds: readonly string[];
  readonly assetIdSet: ReadonlySet<string>;
}
export type OpenDownload = (download: Download) => Promise<OpenedDownload>;

/** How many entries' weight of downloads is kept at hand: at 380 bytes each, some 40 MB. */
const KEPT_WEIGHT_MAX = 100_000;
/** What a download holds besides its entries weighs as much as so many of them. */
const OWN_WEIGHT = 10;

/** Opens downloads. Their entries never change: the last opened are kept, and all requests of one share them. */
export const createOpenDownload = (
  entriesOf: (id: string) => Promise<Uint8Array | null>,
  keptWeightMax = KEPT_WEIGHT_MAX,
): OpenDownload => {
  const kept = new Map<string, { weight: number; opened: Promise<OpenedDownload> }>();
  let weightOfKept = 0;
  const drop = (id: string): void => {
    weightOfKept -= kept.get(id)?.weight ?? 0;
    kept.delete(id);
  };
  const makeRoom = (): void => {
    for (const id of kept.keys()) {
      if (weightOfKept <= keptWeightMax || kept.size === 1) return;
      drop(id);
    }
  };
  return ({ id, kind, entryCount, etag }) => {
    const { opened } = kept.get(id) ?? { opened: open(entriesOf, id, kind, etag) };
    drop(id);
    const weight = entryCount + OWN_WEIGHT;
    kept.set(id, { weight, opened });
    weightOfKept += weight;
    makeRoom();
    opened.catch(() => drop(id));
    return opened;
  };
};

const open = async (
  entriesOf: (id: string) => Promise<Uint8Array | null>,
  id: string,
  kind: Download['kind'],
  etag: string,
): Promise<OpenedDownload> => {
  const packed = await entriesOf(id);
  if (packed === null) throw new AppError('not-found');
  const { entries, manifest } = await unpackEntries(packed);
  const file = await inTurns(fileOf(kind, entries, manifest));
  // The writer of archives changed since it was planned: other bytes would be mixed with those of before.
  if (file.etag !== etag) throw new AppError('not-downloadable');
  const assetIds = entries.map(({ assetId }) => assetId);
  return {
    file,
    sourceIn: (store) => (manifest === null ? store : withManifest(store, entries)),
    assetIds,
    assetIdSet: new Set(assetIds),
  };
};
