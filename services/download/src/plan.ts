import { ASSETS_MAX, type AssetFacts, type ExcludedAsset } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { safeFileName } from '@vitrine/platform/names/safe-file-name.ts';
import { layOut } from './engine/layout.ts';
import { type VirtualFile, archiveFile, singleFile } from './engine/virtual-file.ts';
import { entryNames } from './entry-names.ts';

/** One file of a download: the asset as it was when it was planned, under the name it will have. */
export interface PlanEntry {
  readonly assetId: string;
  readonly name: string;
  readonly byteSize: number;
  readonly crc32: number;
  readonly sha256: string;
  readonly objectKey: string;
  /** In ms since 1970. */
  readonly modifiedAt: number;
}

/** What a download will contain, and what was left out and why. */
export interface Plan {
  readonly kind: 'file' | 'zip';
  readonly fileName: string;
  readonly mediaType: string;
  readonly entries: readonly PlanEntry[];
  readonly excluded: readonly ExcludedAsset[];
  readonly byteSize: number;
  readonly etag: string;
}

export interface PlanRequest {
  /** What was asked for, each once. */
  readonly assetIds: readonly string[];
  /** Facts of all that may be known of, whether it can be had or not. */
  readonly facts: readonly AssetFacts[];
  /** What was excluded before by who decided, for instance by a share. */
  readonly excluded: readonly ExcludedAsset[];
  /** Null for a download from a domain. */
  readonly share: { readonly title: string } | null;
  readonly now: Date;
}

/**
 * Plans a download (product.md, rule 10): one asset is that file, several are a zip, also when one of them remains.
 * @throws AppError `nothing-to-download` with what was excluded, `too-large`, `not-found` where nothing is known of one
 */
export const planDownload = (request: PlanRequest): Plan => {
  if (request.assetIds.length > ASSETS_MAX) throw new AppError('too-large', { most: ASSETS_MAX });
  const { included, excluded } = sift(request);
  const [only] = included;
  if (only === undefined) throw new AppError('nothing-to-download', { excluded });
  const names = entryNames(included);
  const entries = included.map((facts, index) => entryOf(facts, names[index] ?? facts.fileName));
  const kind = request.assetIds.length === 1 ? 'file' : 'zip';
  const { byteSize, etag } = fileOf(kind, entries);
  const isFile = kind === 'file';
  return {
    kind,
    fileName: isFile ? (names[0] ?? safeFileName(only.fileName)) : zipName(request, entries.length),
    mediaType: isFile ? only.mediaType : 'application/zip',
    entries,
    excluded,
    byteSize,
    etag,
  };
};

/** The bytes of a plan, as something that can be sent in any range. */
export const fileOf = (kind: Plan['kind'], entries: readonly PlanEntry[]): VirtualFile => {
  const [only] = entries;
  if (kind === 'file' && only !== undefined) return singleFile(only);
  const objectKeys = entries.map(({ objectKey }) => objectKey);
  return archiveFile(layOutOrRefuse(entries), (index) => objectKeys[index] ?? '');
};

const layOutOrRefuse = (entries: readonly PlanEntry[]) => {
  const bytes = entries.reduce((sum, { byteSize }) => sum + byteSize, 0);
  // 2^52 leaves room for the headers below what a number can count.
  if (bytes > 2 ** 52) throw new AppError('too-large', { byteSize: bytes });
  return layOut(entries);
};

const sift = ({ assetIds, facts, excluded, share }: PlanRequest) => {
  const factsOf = new Map(facts.map((each) => [each.assetId, each]));
  const excludedOf = new Map(excluded.map((each) => [each.assetId, each]));
  const included: AssetFacts[] = [];
  const leftOut: ExcludedAsset[] = [];
  for (const assetId of assetIds) {
    const known = excludedOf.get(assetId) ?? excludedBy(factsOf.get(assetId), share !== null);
    if (known !== null) leftOut.push(known);
    else included.push(factsOf.get(assetId) as AssetFacts);
  }
  return { included, excluded: leftOut };
};

/** The newest facts count, whatever a share heard before. */
const excludedBy = (facts: AssetFacts | undefined, isShared: boolean): ExcludedAsset | null => {
  if (facts === undefined) throw new AppError('not-found');
  const { assetId, fileName } = facts;
  if (facts.reason !== null) return { assetId, fileName, reason: facts.reason };
  return isShared && !facts.shareable ? { assetId, fileName, reason: 'may-not-be-shared' } : null;
};

const entryOf = (facts: AssetFacts, name: string): PlanEntry => ({
  assetId: facts.assetId,
  name,
  byteSize: facts.byteSize,
  crc32: facts.crc32,
  sha256: facts.sha256,
  objectKey: facts.objectKey,
  modifiedAt: Date.parse(facts.createdAt),
});

const zipName = ({ share, now }: PlanRequest, count: number): string => {
  const assets = count === 1 ? '1 asset' : `${count} assets`;
  const title = share?.title ?? `Vitrine ${assets} ${now.toISOString().slice(0, 10)}`;
  return safeFileName(`${title}.zip`);
};
