import { catalogue } from '../words/catalogue.ts';

export const words = catalogue('shared/ui', {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  clearSearch: 'Clear search',
  copy: 'Copy',
  copied: 'Copied',
});
