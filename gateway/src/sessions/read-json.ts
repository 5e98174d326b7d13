import type * as z from 'zod';

/** What was kept as JSON; null where there is nothing, or something that an older version wrote in another form. */
export const readJson = <Schema extends z.ZodType>(
  schema: Schema,
  text: string | null,
): z.infer<Schema> | null => {
  if (text === null) return null;
  const result = schema.safeParse(JSON.parse(text));
  return result.success ? result.data : null;
};
