import * as z from 'zod';
import { AssetKind } from '../model/asset.ts';
import { quickUuids } from '../model/uuids.ts';

/** An outline holds so many at most; what comes after them is had by `offset`. */
export const OUTLINED_MAX = 100_000;

/** The schema of a column, quicker for what is right, as `quickUuids` is: what is wrong is told by zod as always. */
const column = <Item extends z.ZodType>(
  item: Item,
  isRight: (value: unknown) => boolean,
): z.ZodArray<Item> => {
  const schema = z.array(item);
  const inner = schema._zod;
  const run = inner.run.bind(inner);
  inner.run = (payload, context) =>
    Array.isArray(payload.value) && payload.value.every(isRight) ? payload : run(payload, context);
  return schema;
};

const KINDS: ReadonlySet<unknown> = new Set(AssetKind.options);

/**
 * What a selection needs of many assets, in the order of the list. By columns, since as objects 100,000 take several
 * times as long to write and to read: the values at one place of all columns are one asset. Sizes in bytes. Whether each
 * may be had or shared is told when that is asked for, since it changes meanwhile.
 */
export const AssetOutline = z.object({
  id: quickUuids(z.array(z.uuid())),
  byteSize: column(z.int().nonnegative(), (value) => Number.isSafeInteger(value) && Number(value) >= 0),
  kind: column(AssetKind, (value) => KINDS.has(value)),
  /** Whether there is a picture of it, at `/api/v1/assets/{id}/thumbnail`. */
  hasThumbnail: column(z.boolean(), (value) => typeof value === 'boolean'),
});
export type AssetOutline = z.infer<typeof AssetOutline>;
