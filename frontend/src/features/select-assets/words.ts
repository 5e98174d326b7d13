import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/select-assets', {
  selectVisible: 'Select Visible',
  selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
  noneSelected: 'Nothing selected',
  clear: 'Clear all',
  selectAll: (total: number) => plural(total, { one: 'Select the only one', other: 'Select all #' }),
  selecting: (count: number, total: number) =>
    `${plural(count, { one: '#', other: '#' })} of ${plural(total, { one: '#', other: '#' })} selected`,
  stop: 'Stop',
});
