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

const strict = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodObject ? schema.strict() : schema);
