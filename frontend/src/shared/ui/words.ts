import { catalogue } from '../words/catalogue.ts';

export const words = catalogue('shared/ui', {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  clearSearch: 'Clear search',
  details: 'Details',
  showDetails: 'Show details',
  hideDetails: 'Hide details',
  copy: 'Copy',
  copied: 'Copied',
  control: 'Ctrl',
  showTyped: 'Show what is typed',
  opening: 'Opening',
});
