import { catalogue } from '../words/catalogue.ts';

export const words = catalogue({
  en: { close: 'Close', cancel: 'Cancel', retry: 'Try again', clearSearch: 'Clear search' },
});
