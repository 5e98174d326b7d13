/** One field of a body, for a person to read. */
export interface Field {
  /** `items[].id` for a field within a list. */
  name: string;
  type: string;
  isRequired: boolean;
}

interface Schema {
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, unknown>;
  required?: string[];
  items?: unknown;
  anyOf?: unknown[];
}

/** The fields of an object's schema, those of objects within it too. */
export const fieldsOf = (schema: unknown, prefix = ''): Field[] => {
  const { properties = {}, required = [] } = asSchema(schema);
  return Object.entries(properties).flatMap(([key, value]) => {
    const field = asSchema(value);
    const isList = field.items !== undefined;
    const name = `${prefix}${key}${isList ? '[]' : ''}`;
    const within = fieldsOf(isList ? field.items : field, `${name}.`);
    const isRequired = required.includes(key);
    return within.length > 0 ? within : [{ name, type: typeOf(isList ? field.items : field), isRequired }];
  });
};

const typeOf = (value: unknown): string => {
  const schema = asSchema(value);
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(', ');
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`;
  return schema.format ?? [schema.type ?? 'anything'].flat().join(' or ');
};

const asSchema = (value: unknown): Schema => (typeof value === 'object' && value !== null ? value : {});
