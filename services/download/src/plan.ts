import { ASSETS_MAX, type AssetFile, type ExcludedAsset } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { safeFileName } from '@vitrine/platform/names/safe-file-name.ts';
import { type Sliced, atOnce, forEach, mapOf } from '@vitrine/platform/schedule/slices.ts';
import { layingOut } from './engine/layout.ts';
import { type VirtualFile, archiveFile, singleFile } from './engine/virtual-file.ts';
import { type ManifestEntry, manifestOf } from './manifest.ts';
import { type DomainNames, planningNames } from './plan-names.ts';

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
  /** The last file of a zip, where one was asked for: the sums of all others. */
  readonly manifest: ManifestEntry | null;
  readonly excluded: readonly ExcludedAsset[];
  readonly byteSize: number;
  readonly etag: string;
}

export interface PlanRequest {
  /** What was asked for, each once. */
  readonly assetIds: readonly string[];
  /** Facts of all that may be known of, whether it can be had or not. */
  readonly facts: readonly AssetFile[];
  /** What was excluded before by who decided, for instance by a share. */
  readonly excluded: readonly ExcludedAsset[];
  /** Null for a download from a domain. */
  readonly share: { readonly title: string } | null;
  /** Whether the zip shall hold the sums of its files. */
  readonly manifest?: boolean;
  /** Folders by domain. */
  readonly domainNames?: DomainNames;
  readonly now: Date;
}

/**
 * Plans a download (product.md, rule 10): one asset is that file, several are a zip, also when one of them remains, and
 * so is one with a manifest beside it.
 * It can pause: a plan of 100,000 takes a while.
 * @throws AppError `nothing-to-download` with what was excluded, `too-large`, `not-found` where nothing is known of one
 */
export function* planningDownload(request: PlanRequest): Sliced<Plan> {
  if (request.assetIds.length > ASSETS_MAX) throw new AppError('too-large', { most: ASSETS_MAX });
  const { included, excluded } = yield* sift(request);
  const [only] = included;
  if (only === undefined) throw new AppError('nothing-to-download', { excluded });
  return request.assetIds.length === 1 && !request.manifest
    ? yield* planFile(entryOf(only, safeFileName(only.fileName)), only.mediaType, excluded)
    : yield* planZip(request, included, excluded);
}

export const planDownload = (request: PlanRequest): Plan => atOnce(planningDownload(request));

function* planFile(entry: PlanEntry, mediaType: string, excluded: Plan['excluded']): Sliced<Plan> {
  const entries = [entry];
  const { byteSize, etag } = yield* fileOf('file', entries, null);
  return { kind: 'file', fileName: entry.name, mediaType, entries, manifest: null, excluded, byteSize, etag };
}

function* planZip(
  request: PlanRequest,
  included: readonly AssetFile[],
  excluded: Plan['excluded'],
): Sliced<Plan> {
  const names = yield* planningNames(included, request.domainNames ?? null);
  const entries = yield* mapOf(included, (facts, index) =>
    entryOf(facts, names.ofFiles[index] ?? facts.fileName),
  );
  const manifest = request.manifest ? manifestOf(entries, names.ofManifest) : null;
  const { byteSize, etag } = yield* fileOf('zip', entries, manifest);
  const fileName = zipName(request, entries.length);
  return { kind: 'zip', fileName, mediaType: 'application/zip', entries, manifest, excluded, byteSize, etag };
}

/** The bytes of a plan, as something that can be sent in any range. */
export function* fileOf(
  kind: Plan['kind'],
  entries: readonly PlanEntry[],
  manifest: ManifestEntry | null,
): Sliced<VirtualFile> {
  const [only] = entries;
  if (kind === 'file' && only !== undefined) return singleFile(only);
  const all = manifest === null ? entries : [...entries, manifest];
  const objectKeys = all.map(({ objectKey }) => objectKey);
  return archiveFile(yield* layOutOrRefuse(all), (index) => objectKeys[index] ?? '');
}

function* layOutOrRefuse(entries: readonly ManifestEntry[]) {
  const bytes = entries.reduce((sum, { byteSize }) => sum + byteSize, 0);
  // 2^52 leaves room for the headers below what a number can count.
  if (bytes > 2 ** 52) throw new AppError('too-large', { byteSize: bytes });
  return yield* layingOut(entries);
}

function* sift({ assetIds, facts, excluded, share }: PlanRequest) {
  const factsOf = finder(facts);
  const excludedOf = new Map(excluded.map((each) => [each.assetId, each]));
  const included: AssetFile[] = [];
  const leftOut: ExcludedAsset[] = [];
  yield* forEach(assetIds, (assetId) => {
    const before = excludedOf.get(assetId);
    const found = before === undefined ? factsOf(assetId) : undefined;
    const known = before ?? excludedBy(found, share !== null);
    if (known !== null) leftOut.push(known);
    else if (found !== undefined) included.push(found);
  });
  return { included, excluded: leftOut };
}

/** Facts come in the order asked for: a map of them is made only where they do not. */
const finder = (facts: readonly AssetFile[]) => {
  let next = 0;
  let byId: Map<string, AssetFile> | undefined;
  return (assetId: string): AssetFile | undefined => {
    const expected = facts[next];
    next += 1;
    if (expected?.assetId === assetId) return expected;
    byId ??= new Map(facts.map((each) => [each.assetId, each]));
    return byId.get(assetId);
  };
};

/** The newest facts count, whatever a share heard before. */
const excludedBy = (facts: AssetFile | undefined, isShared: boolean): ExcludedAsset | null => {
  if (facts === undefined) throw new AppError('not-found');
  const { assetId, fileName } = facts;
  if (facts.reason !== null) return { assetId, fileName, reason: facts.reason };
  return isShared && !facts.shareable ? { assetId, fileName, reason: 'may-not-be-shared' } : null;
};

const entryOf = (facts: AssetFile, name: string): PlanEntry => ({
  assetId: facts.assetId,
  name,
  byteSize: facts.byteSize,
  crc32: facts.crc32,
  sha256: facts.sha256,
  objectKey: facts.objectKey,
  modifiedAt: facts.createdAt,
});

const zipName = ({ share, now }: PlanRequest, count: number): string => {
  const assets = count === 1 ? '1 asset' : `${count} assets`;
  const title = share?.title ?? `Vitrine ${assets} ${now.toISOString().slice(0, 10)}`;
  return safeFileName(`${title}.zip`);
};
