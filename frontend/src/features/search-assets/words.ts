import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue({
  en: { search: 'Search assets' },
});
