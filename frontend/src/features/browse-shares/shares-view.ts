import type { SharesScope } from '../../shared/shares/shares-list-api.ts';

/** How a person looks at the shares; the address holds it. Without a scope the page opens where there are some. */
export type SharesView = { scope?: SharesScope; title?: string };

export const SCOPES = ['owned', 'received'] as const satisfies readonly SharesScope[];
export const TITLE_SEARCH_LENGTH_MAX = 200;

/** Reads a view out of an address. What is not understood is left out, since links are old or written by hand. */
export function parseSharesView(search: Record<string, unknown>): SharesView {
  const title = typeof search['title'] === 'string' ? search['title'].slice(0, TITLE_SEARCH_LENGTH_MAX) : '';
  const scope = SCOPES.find((known) => known === search['scope']);
  return {
    ...(scope === undefined ? {} : { scope }),
    ...(title.trim() === '' ? {} : { title }),
  };
}
