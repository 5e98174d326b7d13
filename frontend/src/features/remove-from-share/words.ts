import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/remove-from-share', {
  remove: 'Remove from share',
  /** Where there is no room for more. */
  removeShort: 'Remove',
  selectFirst: 'Select assets to remove them from the share',
  removed: (count: number) =>
    plural(count, {
      one: '# asset was removed from the share',
      other: '# assets were removed from the share',
    }),
  undo: 'Undo',
  undone: (count: number) =>
    plural(count, { one: '# asset is back in the share', other: '# assets are back in the share' }),
  notBack: 'Not added again',
});
