const FORMATS = { uuid: 'id', 'date-time': 'instant', uri: 'address' };

/** A JSON Schema in the few words that a table has room for. */
export function typeWords(schema) {
  if ('const' in schema) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf) return ofAlternatives(schema.anyOf);
  if (Array.isArray(schema.type)) return ofAlternatives(schema.type.map((type) => ({ ...schema, type })));
  if (schema.type === 'array') return listOf(typeWords(schema.items));
  if (schema.type === 'object') return ofObject(schema);
  return FORMATS[schema.format] ?? schema.type ?? 'anything';
}

function listOf(words) {
  return words === FORMATS.uuid ? 'list of ids' : `list of ${words}`;
}

function ofAlternatives(schemas) {
  const words = schemas.filter(({ type }) => type !== 'null').map(typeWords);
  const areConstants = schemas.every((schema) => 'const' in schema);
  const all = words.join(areConstants ? ', ' : ' or ');
  return words.length < schemas.length ? `${all}, or null` : all;
}

function ofObject({ properties = {} }) {
  const fields = Object.entries(properties).map(([name, schema]) => `${name}: ${typeWords(schema)}`);
  return `{ ${fields.join('; ')} }`;
}
