import type * as z from 'zod';

/**
 * The schema of a list, quicker for what is right: zod makes objects for each of 20,000 items. Whatever is wrong with a
 * list zod tells as it always does, but of one that is too long, and known to be that before a look at its items, only
 * that. It has to be the whole schema of the list: what is derived from it is plain zod again.
 * @param isRight whether the whole schema takes an item as it is, and leaves it so; it may say no where zod says yes
 */
export const quickList = <Schema extends z.ZodArray>(
  schema: Schema,
  isRight: (item: unknown) => boolean,
  { least = 0, most = Number.MAX_SAFE_INTEGER }: { least?: number; most?: number } = {},
): Schema => {
  const inner = schema._zod;
  const run = inner.run.bind(inner);
  inner.run = (payload, context) =>
    Array.isArray(payload.value) && payload.value.length > most
      ? tooLong(payload, schema)
      : isRightList(payload.value, isRight, least, most)
        ? payload
        : run(payload, context);
  return schema;
};

type Payload = Parameters<z.ZodArray['_zod']['run']>[0];

/** What zod says of it, by the checks of the list alone. */
const tooLong = (payload: Payload, schema: z.ZodArray): Payload => {
  for (const check of schema._zod.def.checks ?? []) void check._zod.check(payload as never);
  return payload;
};

const isRightList = (
  value: unknown,
  isRight: (item: unknown) => boolean,
  least: number,
  most: number,
): boolean =>
  Array.isArray(value) &&
  value.length >= least &&
  value.length <= most &&
  value.every((item) => isRight(item));
