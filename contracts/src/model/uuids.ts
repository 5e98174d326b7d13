import type * as z from 'zod';
import { quickList } from './quick-list.ts';

/** As they are kept. In upper case, and the two that are all zeros and all ones, they are left to zod. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isKeptUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** A list of ids: such a list is checked four times until a download is planned; see {@link quickList}. */
export const quickUuids = <Schema extends z.ZodArray<z.ZodUUID>>(
  schema: Schema,
  length?: { least?: number; most?: number },
): Schema => quickList(schema, isKeptUuid, length);
