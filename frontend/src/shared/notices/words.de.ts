import type { words } from './words.ts';

export const german: typeof words = { notices: 'Hinweise', dismiss: 'Schließen' };
