import type { words } from './words.ts';

export const german: typeof words = {
  place: (browser, system) => (system === null ? browser : `${browser} auf ${system}`),
  unknownBrowser: 'Unbekannter Browser',
  lastUsed: (day, time) => `zuletzt genutzt am ${day}, ${time}`,
};
