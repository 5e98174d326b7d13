import { catalogue, plural } from '../../shared/words/catalogue.ts';

export const words = catalogue({
  en: {
    selectVisible: 'Select Visible',
    selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
    noneSelected: 'Nothing selected',
    clear: 'Clear selection',
  },
});
