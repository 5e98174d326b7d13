export const TABS = ['users', 'domains', 'features', 'policy', 'audit'] as const;
export type AdministrationTab = (typeof TABS)[number];

/** What of the administration is looked at; the address holds it. Nothing set means all users. */
export type AdministrationView = { tab?: Exclude<AdministrationTab, 'users'>; q?: string };

const SEARCHED: readonly AdministrationTab[] = ['users', 'domains', 'audit'];
const SEARCH_LENGTH_MAX = 200;

/** Reads a view out of an address. What is not understood is left out, since links are old or written by hand. */
export function parseAdministrationView(search: Record<string, unknown>): AdministrationView {
  const q = typeof search['q'] === 'string' ? search['q'].slice(0, SEARCH_LENGTH_MAX) : '';
  const tab = TABS.find((each) => each === search['tab']) ?? 'users';
  return {
    ...(tab === 'users' ? {} : { tab }),
    ...(q.trim() === '' || !SEARCHED.includes(tab) ? {} : { q }),
  };
}
