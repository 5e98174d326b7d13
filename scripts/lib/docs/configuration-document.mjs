import { typeWords } from './type-words.mjs';

const HEAD = `# Configuration

The environment variables of the one-process shape, as declared in \`services/standalone/src/config.ts\`. An empty
variable counts as one that is not set. A value that cannot be used ends the start with a sentence that names the
variable and says why, and never shows the value.`;

/** docs/configuration.md, from the zod object that reads the environment. */
export function configurationDocument(config) {
  const rows = Object.entries(config.shape).map(([name, field]) => rowOf(name, field));
  return [HEAD, ['| variable | type | unset | what it is |', '|---|---|---|---|', ...rows].join('\n')].join(
    '\n\n',
  );
}

function rowOf(name, field) {
  const { description = '' } = field;
  return `| \`${name}\` | ${typeOf(field)} | ${unset(field)} | ${escape(description)} |`;
}

function typeOf(field) {
  // Only one of the two sides can be told of a field that is transformed, or read from any text.
  const schemas = ['output', 'input'].map((io) => field.toJSONSchema({ io, unrepresentable: 'any' }));
  const schema = schemas.find(({ type }) => type !== undefined);
  return schema === undefined ? '' : typeWords(schema);
}

function unset(field) {
  const { data } = field.safeParse(undefined);
  return data === undefined ? '' : `\`${data}\``;
}

function escape(text) {
  return text.replaceAll('<', '&lt;').replaceAll('|', '\\|');
}
