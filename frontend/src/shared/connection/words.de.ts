import type { words } from './words.ts';

export const german: typeof words = {
  away: 'Keine Verbindung. Was Sie sehen, bleibt und wird neu gelesen, sobald es wieder eine gibt.',
  slow: 'Das Portal braucht lange für eine Antwort.',
  stopWaiting: 'Nicht länger warten',
};
