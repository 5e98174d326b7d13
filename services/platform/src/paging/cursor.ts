import type * as z from 'zod';
import { AppError } from '../errors/app-error.ts';
import { readJson } from '../http/read-json.ts';

/** One page of a list, and where the next one begins; null on the last. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Where a page ended, as an opaque text: the sort key and the id of its last item. */
export const encodeCursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const NOT_OURS = { path: 'cursor', message: 'It is no cursor of this list in this order.' };

/**
 * The key that a cursor stands for; undefined without one.
 * @throws AppError `invalid-request` for a cursor that is none of ours.
 */
export const decodeCursor = <Schema extends z.ZodType>(
  schema: Schema,
  cursor: string | undefined,
): z.infer<Schema> | undefined => {
  if (cursor === undefined) return undefined;
  const result = schema.safeParse(jsonIn(cursor));
  if (!result.success) throw new AppError('invalid-request', { issues: [NOT_OURS] });
  return result.data;
};

/** A page out of rows that were read with a limit of one more than it holds. */
export const pageOfRows = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  { itemOf, keyOf }: { itemOf: (row: Row) => Item; keyOf: (row: Row) => unknown },
): Page<Item> => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items: shown.map(itemOf), nextCursor: hasMore ? encodeCursor(keyOf(last)) : null };
};

const jsonIn = (cursor: string): unknown => {
  try {
    return readJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
