import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { type Sliced, inSlices, inTurns, mapOf } from '@vitrine/platform/schedule/slices.ts';
import type { Plan, PlanEntry } from './plan.ts';

const compress = promisify(zstdCompress);
/** Most of it are sums and ids, which nothing makes smaller: the quickest does as well as the best. */
const QUICKEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const decompress = promisify(zstdDecompress);

type Field = keyof PlanEntry;
type Columns = { readonly [Each in Field]: readonly PlanEntry[Each][] };
/** What a plan holds. */
export type PlanEntries = Pick<Plan, 'entries' | 'manifest'>;

/** Packs the entries of a plan by columns: 20,000 of them take milliseconds, where as many rows took seconds. */
export const packEntries = async (plan: PlanEntries): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await compress(await inSlices(writing(plan)), QUICKEST));

const FIELDS = ['assetId', 'name', 'byteSize', 'crc32', 'sha256', 'objectKey', 'modifiedAt'] as const;
const WRITTEN_AT_ONCE = 500;

/** As JSON of one object, a list for each field and then the manifest, written part by part. */
function* writing({ entries, manifest }: PlanEntries): Sliced<string> {
  const columns: string[] = [];
  for (const field of FIELDS) {
    const parts: string[] = [];
    for (let start = 0; start < entries.length; start += WRITTEN_AT_ONCE) {
      const values = entries.slice(start, start + WRITTEN_AT_ONCE).map((entry) => entry[field]);
      parts.push(JSON.stringify(values).slice(1, -1));
      yield;
    }
    columns.push(`"${field}":[${parts.join(',')}]`);
  }
  return `{${columns.join(',')},"manifest":${JSON.stringify(manifest)}}`;
}

export const unpackEntries = async (packed: Uint8Array): Promise<PlanEntries> => {
  const text = (await decompress(packed)).toString();
  return inTurns(reading(text));
};

/** Column by column, since 100,000 entries read as one take a tenth of a second. */
function* reading(text: string): Sliced<PlanEntries> {
  const columns: Partial<Record<Field, unknown>> = {};
  // No name can look like the beginning of a column: in a text its quotation marks would be escaped.
  const starts = [...FIELDS, 'manifest'].map((field) => text.indexOf(`"${field}":`));
  for (const [at, field] of FIELDS.entries()) {
    const start = (starts[at] ?? 0) + field.length + 3;
    columns[field] = JSON.parse(text.slice(start, (starts[at + 1] ?? 0) - 1));
    yield;
  }
  const { manifest } = JSON.parse(`{${text.slice(starts.at(-1))}`) as Pick<PlanEntries, 'manifest'>;
  return { entries: yield* entriesOf(columns as Columns), manifest };
}

function* entriesOf(columns: Columns): Sliced<PlanEntry[]> {
  const at = <Value>(column: readonly Value[], index: number): Value => {
    const value = column[index];
    if (value === undefined) throw new Error('A plan was not kept whole.');
    return value;
  };
  return yield* mapOf(columns.assetId, (assetId, index) => ({
    assetId,
    name: at(columns.name, index),
    byteSize: at(columns.byteSize, index),
    crc32: at(columns.crc32, index),
    sha256: at(columns.sha256, index),
    objectKey: at(columns.objectKey, index),
    modifiedAt: at(columns.modifiedAt, index),
  }));
}
