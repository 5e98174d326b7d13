import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type * as z from 'zod';

/** What came in as its schema takes it, trimmed and with defaults. @throws AppError `invalid-request` with the issues. */
export const checkedInput = <Schema extends z.ZodType>(
  schema: Schema,
  input: z.input<Schema>,
): z.infer<Schema> => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new AppError('invalid-request', { issues });
};
