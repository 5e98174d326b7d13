import * as z from 'zod';
import { ExclusionReason } from '../model/asset.ts';

/** What a download needs of an asset: its file, and whether it may be had. */
export interface AssetFile {
  readonly assetId: string;
  readonly domainId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly crc32: number;
  readonly sha256: string;
  readonly objectKey: string;
  /** In ms since 1970. */
  readonly createdAt: number;
  readonly shareable: boolean;
  /** unavailable, expired or still-processing; null when the bytes would be served. */
  readonly reason: ExclusionReason | null;
}

type Field = keyof AssetFile;

/** A column is checked in one go: a schema for each value takes longer than all the rest of an answer. */
const columnOf = <Value>(isValue: (value: unknown) => value is Value) =>
  z.custom<readonly Value[]>((values) => Array.isArray(values) && values.every(isValue));

const isText = (value: unknown): value is string => typeof value === 'string';
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const REASONS: ReadonlySet<unknown> = new Set([null, ...ExclusionReason.options]);
const isReason = (value: unknown): value is ExclusionReason | null => REASONS.has(value);

/**
 * Many of them by columns, since as objects 20,000 take several times as long to check and to write: the values at one
 * place of all columns are one file.
 */
export const AssetFiles = z
  .object({
    assetId: columnOf(isText),
    domainId: columnOf(isText),
    fileName: columnOf(isText),
    mediaType: columnOf(isText),
    byteSize: columnOf(isInteger),
    crc32: columnOf(isInteger),
    sha256: columnOf(isText),
    objectKey: columnOf(isText),
    createdAt: columnOf(isInteger),
    shareable: columnOf(isBoolean),
    reason: columnOf(isReason),
  } satisfies Record<Field, z.ZodType>)
  .refine((columns) => new Set(Object.values(columns).map(({ length }) => length)).size === 1);
export type AssetFiles = z.infer<typeof AssetFiles>;

/** Files as columns. */
export const columnsOfFiles = (files: readonly AssetFile[]): AssetFiles => ({
  assetId: files.map(({ assetId }) => assetId),
  domainId: files.map(({ domainId }) => domainId),
  fileName: files.map(({ fileName }) => fileName),
  mediaType: files.map(({ mediaType }) => mediaType),
  byteSize: files.map(({ byteSize }) => byteSize),
  crc32: files.map(({ crc32 }) => crc32),
  sha256: files.map(({ sha256 }) => sha256),
  objectKey: files.map(({ objectKey }) => objectKey),
  createdAt: files.map(({ createdAt }) => createdAt),
  shareable: files.map(({ shareable }) => shareable),
  reason: files.map(({ reason }) => reason),
});

/** Columns as files. */
export const filesOfColumns = (columns: AssetFiles): AssetFile[] =>
  columns.assetId.map((assetId, place) => ({
    assetId,
    domainId: at(columns.domainId, place),
    fileName: at(columns.fileName, place),
    mediaType: at(columns.mediaType, place),
    byteSize: at(columns.byteSize, place),
    crc32: at(columns.crc32, place),
    sha256: at(columns.sha256, place),
    objectKey: at(columns.objectKey, place),
    createdAt: at(columns.createdAt, place),
    shareable: at(columns.shareable, place),
    reason: at(columns.reason, place),
  }));

const at = <Value>(column: readonly Value[], place: number): Value => {
  const value = column[place];
  if (value === undefined) throw new RangeError(`A column ends before place ${place}.`);
  return value;
};
