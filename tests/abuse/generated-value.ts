import fc from 'fast-check';
import { NASTY_TEXTS, NASTY_VALUES } from './nasty.ts';

/** The part of JSON Schema that the document of ours uses. */
export interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** Some ids that exist, for fields that name something. */
export type KnownIds = readonly string[];

const LENGTH_USUAL = 60;
const ITEMS_USUAL = 4;

const textOf = (schema: Schema, ids: KnownIds): fc.Arbitrary<string> => {
  if (schema.format === 'uuid') return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, fc.uuid());
  if (schema.format === 'date-time')
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  const maxLength = Math.min(schema.maxLength ?? LENGTH_USUAL, LENGTH_USUAL);
  return fc.oneof(
    fc.string({ minLength: schema.minLength ?? 0, maxLength, unit: 'grapheme' }),
    fc.emailAddress().map((address) => address.slice(0, schema.maxLength)),
  );
};

const objectOf = (schema: Schema, ids: KnownIds): fc.Arbitrary<object> => {
  const fields = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, valueOf(each, ids)]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: schema.required ?? [],
  });
};

const listOf = (schema: Schema, ids: KnownIds): fc.Arbitrary<unknown[]> =>
  fc.array(valueOf(schema.items ?? {}, ids), {
    minLength: schema.minItems ?? 0,
    maxLength: Math.min(schema.maxItems ?? ITEMS_USUAL, ITEMS_USUAL),
  });

const BY_TYPE: Record<string, (schema: Schema, ids: KnownIds) => fc.Arbitrary<unknown>> = {
  object: objectOf,
  array: listOf,
  string: textOf,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  integer: ({ minimum = -1_000, maximum = 1_000 }) => fc.integer({ min: minimum, max: maximum }),
};

/** A value as the schema asks for. */
export const valueOf = (schema: Schema, ids: KnownIds): fc.Arbitrary<unknown> => {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => valueOf(each, ids)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  return BY_TYPE[schema.type ?? '']?.(schema, ids) ?? fc.jsonValue({ maxDepth: 2 });
};

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.constantFrom(...NASTY_VALUES),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value that is nearly as the schema asks for: one field of it is not, is missing, or is too many. */
export const brokenValueOf = (schema: Schema, ids: KnownIds): fc.Arbitrary<unknown> => {
  const names = Object.keys(schema.properties ?? {});
  if (names.length === 0) return nasty;
  const instead = fc.record({
    name: fc.constantFrom(...names, 'unheardOf'),
    value: nasty,
    isMissing: fc.boolean(),
  });
  const changed = fc.tuple(objectOf(schema, ids), instead).map(([object, { name, value, isMissing }]) => {
    const entries = Object.entries(object).filter(([each]) => each !== name);
    return Object.fromEntries(isMissing ? entries : [...entries, [name, value]]);
  });
  return fc.oneof({ weight: 4, arbitrary: changed }, nasty);
};
