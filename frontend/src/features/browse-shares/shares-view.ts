import type { SharesScope } from '../../shared/shares/shares-list-api.ts';

/** How a person looks at the shares; the address holds it. Nothing set means one's own, all of them. */
export type SharesView = { scope?: 'received'; title?: string };

export const SCOPES = ['owned', 'received'] as const satisfies readonly SharesScope[];
export const TITLE_SEARCH_LENGTH_MAX = 200;

/** Reads a view out of an address. What is not understood is left out, since links are old or written by hand. */
export function parseSharesView(search: Record<string, unknown>): SharesView {
  const title = typeof search['title'] === 'string' ? search['title'].slice(0, TITLE_SEARCH_LENGTH_MAX) : '';
  return {
    ...(search['scope'] === 'received' ? { scope: 'received' } : {}),
    ...(title.trim() === '' ? {} : { title }),
  };
}
