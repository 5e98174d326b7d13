import { catalogue, plural } from '../../shared/words/catalogue.ts';

export const words = catalogue({
  en: {
    selectVisible: 'Select Visible',
    selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
    selectedSize: (count: number, size: string) =>
      `${plural(count, { one: '#', other: '#' })} selected, ${size}`,
    noneSelected: 'Nothing selected',
    clear: 'Clear selection',
  },
});
