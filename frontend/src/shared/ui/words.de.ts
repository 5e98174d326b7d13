import type { words } from './words.ts';

export const german: typeof words = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  retry: 'Erneut versuchen',
  clearSearch: 'Suche leeren',
  details: 'Einzelheiten',
  showDetails: 'Einzelheiten zeigen',
  hideDetails: 'Einzelheiten ausblenden',
  copy: 'Kopieren',
  copied: 'Kopiert',
  control: 'Strg',
  showTyped: 'Eingabe zeigen',
  opening: 'Wird geöffnet',
};
