import type { words } from './words.ts';

export const german: typeof words = { search: 'Assets durchsuchen' };
