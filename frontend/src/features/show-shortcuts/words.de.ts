import type { words } from './words.ts';

export const german: typeof words = { label: 'Tastenkürzel', hint: 'Tastenkürzel (?)' };
