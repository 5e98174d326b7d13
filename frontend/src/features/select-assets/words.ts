import { catalogue } from '../../shared/words/catalogue.ts';
import { inFigures, plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/select-assets', {
  selectVisible: 'Select Visible',
  selected: (count: number) => `${inFigures(count)} selected`,
  noneSelected: 'Nothing selected',
  clear: 'Clear all',
  selectAll: (total: number) => plural(total, { one: 'Select the only one', other: 'Select all #' }),
  selecting: (count: number, total: number) => `${inFigures(count)} of ${inFigures(total)} selected`,
  stop: 'Stop',
});
