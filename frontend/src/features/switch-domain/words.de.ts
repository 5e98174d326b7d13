import type { words } from './words.ts';

export const german: typeof words = {
  domains: 'Bereiche',
  current: (name) => `Bereiche: ${name}`,
  none: 'Kein Bereich',
  noneWords: 'Sie gehören noch zu keinem Bereich. Wenden Sie sich an Ihre Verwaltung.',
};
