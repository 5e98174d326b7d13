/** A parameter of an operation that is a text. */
export const parameter = (name: string, place: 'path' | 'query' | 'header', description?: string) => ({
  name,
  in: place,
  required: place === 'path',
  schema: { type: 'string' as const },
  ...(description === undefined ? {} : { description }),
});
