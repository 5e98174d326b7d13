import * as z from 'zod';
import { AssetKind } from '../model/asset.ts';
import { quickList } from '../model/quick-list.ts';
import { quickUuids } from '../model/uuids.ts';

/** An outline holds so many at most; what comes after them is had by `offset`. */
export const OUTLINED_MAX = 100_000;

const KINDS: ReadonlySet<unknown> = new Set(AssetKind.options);

/**
 * What a selection needs of many assets, in the order of the list. By columns, since as objects 100,000 take several
 * times as long to write and to read: the values at one place of all columns are one asset. Sizes in bytes. Whether each
 * may be had or shared is told when that is asked for, since it changes meanwhile.
 */
export const AssetOutline = z.object({
  id: quickUuids(z.array(z.uuid())),
  byteSize: quickList(
    z.array(z.int().nonnegative()),
    (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  ),
  kind: quickList(z.array(AssetKind), (value) => KINDS.has(value)),
  /** Whether there is a picture of it, at `/api/v1/assets/{id}/thumbnail`. */
  hasThumbnail: quickList(z.array(z.boolean()), (value) => typeof value === 'boolean'),
});
export type AssetOutline = z.infer<typeof AssetOutline>;
