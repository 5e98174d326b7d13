import { typeWords } from './type-words.mjs';

/** The keys of a zod object that reads an environment, each as the cells of a row. */
export function variablesOf(config) {
  return Object.entries(config.shape).map(([name, field]) => ({
    name,
    cells: [typeOf(field), unset(field), escape(field.description ?? '')],
  }));
}

/** A Markdown table. */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function typeOf(field) {
  // Only one of the two sides can be told of a field that is transformed, or read from any text.
  const schemas = ['output', 'input'].map((io) => field.toJSONSchema({ io, unrepresentable: 'any' }));
  const schema = schemas.find(({ type }) => type !== undefined);
  return schema === undefined ? '' : typeWords(schema);
}

function unset(field) {
  const { success, data } = field.safeParse(undefined);
  if (!success) return 'refused';
  return data === undefined ? '' : `\`${data}\``;
}

function escape(text) {
  return text.replaceAll('<', '&lt;').replaceAll('|', '\\|');
}
