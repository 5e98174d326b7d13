import { catalogue } from '../../shared/words/catalogue.ts';
import { inFigures, plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/pick-assets', {
  open: 'Add assets',
  dialog: 'Add assets',
  search: (domain: string) => `Search assets of ${domain}`,
  list: 'Assets to add',
  add: (count: number) =>
    count === 0 ? 'Add assets' : plural(count, { one: 'Add # asset', other: 'Add # assets' }),
  selectFirst: 'Select at least one asset',
  chosen: (count: number, size: string) => `${inFigures(count)} selected · ${size}`,
  loading: 'Loading assets',
  loadingMore: 'Loading more assets',
  emptyTitle: 'This domain has no assets yet',
  emptyWords: 'Upload some on the assets page first, or switch to another domain.',
  noMatch: 'No asset of this domain has these words.',
  added: (count: number) =>
    plural(count, { one: '# asset was added to the share', other: '# assets were added to the share' }),
  notAdded: 'Not added',
});
