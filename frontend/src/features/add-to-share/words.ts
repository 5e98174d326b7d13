import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/add-to-share', {
  dialog: 'Add Assets to Existing Share',
  search: 'Search your shares',
  shares: 'Your shares',
  count: (count: number) => plural(count, { one: '# asset', other: '# assets' }),
  updated: (day: string) => `updated ${day}`,
  disabled: 'disabled',
  more: 'Show more shares',
  loading: 'Loading your shares',
  noneTitle: 'You have no shares yet',
  noneWords: 'Close this and choose Create New Share to make one of this selection.',
  noMatch: 'No share of yours has this title.',
  select: 'Select',
  chooseFirst: 'Choose a share first',
  nothingToAdd: 'Nothing that you selected can be added to this share',
  added: (count: number, title: string) =>
    `${plural(count, { one: '# asset was', other: '# assets were' })} added to “${title}”`,
  leftOut: 'Not added',
  open: 'Open share',
});
