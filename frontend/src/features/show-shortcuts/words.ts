import { catalogue } from '../../shared/words/catalogue.ts';

/** Of the button; the words of the list are read with it. */
export const words = catalogue('features/show-shortcuts', {
  label: 'Keyboard shortcuts',
  hint: 'Keyboard shortcuts (?)',
});
