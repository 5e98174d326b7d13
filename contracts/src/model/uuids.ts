import * as z from 'zod';

/** As they are kept. In upper case, and the two that are all zeros and all ones, they are left to zod. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The schema of a list of ids, quicker for what is right: zod makes objects for each of 20,000 ids, and such a list is
 * checked four times until a download is planned. Whatever is wrong with a list zod tells as it always does. It has to
 * be the whole schema of the list: what is derived from it is plain zod again.
 */
export const quickUuids = <Schema extends z.ZodArray<z.ZodUUID>>(
  schema: Schema,
  { least = 0, most = Number.MAX_SAFE_INTEGER }: { least?: number; most?: number } = {},
): Schema => {
  const inner = schema._zod;
  const run = inner.run.bind(inner);
  inner.run = (payload, context) => (areUuids(payload.value, least, most) ? payload : run(payload, context));
  return schema;
};

const areUuids = (value: unknown, least: number, most: number): boolean =>
  Array.isArray(value) &&
  value.length >= least &&
  value.length <= most &&
  value.every((id) => typeof id === 'string' && UUID.test(id));
