import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/browse-shares', {
  scopes: { owned: 'My shares', received: 'Shared with me' },
  search: 'Search shares',
  list: 'Shares',
  count: (count: number) => plural(count, { one: '# asset', other: '# assets' }),
  guests: (count: number) =>
    count === 0 ? 'no guests' : plural(count, { one: '# guest', other: '# guests' }),
  updated: (day: string) => `updated ${day}`,
  from: (name: string) => `From ${name}`,
  until: (day: string) => `until ${day}`,
  disabled: 'Disabled',
  disabledWords: 'No guest can open it before it is enabled again',
  loading: 'Loading shares',
  loadingMore: 'Loading more shares',
  failedTitle: 'The shares could not be loaded',
  emptyOwnedTitle: 'You have no shares yet',
  emptyOwnedWords:
    'Select some assets and choose Create New Share. Guests get a link of their own that ends by itself.',
  toAssets: 'Go to your assets',
  emptyReceivedTitle: 'Nothing is shared with you right now',
  emptyReceivedWords: 'When somebody in your account invites you to a share, you find it here and in a mail.',
  noMatchTitle: 'Nothing matches',
  noMatchWords: (title: string) => `No share here has “${title}” in its title.`,
  showAll: 'Show all shares',
});
