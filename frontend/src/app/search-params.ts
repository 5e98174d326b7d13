/** The query of an address as plain words: `?q=dunes&sort=name`. Everything in it is text. */
export function parseAddress(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

export function writeAddress(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter((entry): entry is [string, string] => isFilledText(entry[1]));
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
}

function isFilledText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
