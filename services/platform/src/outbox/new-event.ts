import type { DataOf, EventDefinition } from '@vitrine/contracts';
import * as z from 'zod';

/** An event as a rule decides on it: without id and time, which the outbox gives. */
export interface NewEvent {
  readonly type: string;
  /** The producing service, as `/vitrine/share`. */
  readonly source: string;
  /** The id of the aggregate that changed. */
  readonly subject: string;
  readonly data: unknown;
}

/**
 * An event that happened. Pure, so that rules may return it and tests compare it.
 * Strict: throws a ZodError where the data lacks something or carries more than its definition tells.
 */
export const newEvent = <Definition extends EventDefinition>(
  definition: Definition,
  {
    subject,
    data,
  }: { readonly subject: string; readonly data: z.input<Definition['data']> & DataOf<Definition> },
): NewEvent => ({
  type: definition.type,
  source: `/vitrine/${definition.producer}`,
  subject,
  data: strict(definition.data).parse(data),
});

const strictOnes = new WeakMap<z.ZodType, z.ZodType>();

/** Kept, since zod compiles a schema when it is first used, which takes many times longer than the check itself. */
const strict = (schema: z.ZodType): z.ZodType => {
  if (!(schema instanceof z.ZodObject)) return schema;
  const kept = strictOnes.get(schema) ?? schema.strict();
  strictOnes.set(schema, kept);
  return kept;
};
