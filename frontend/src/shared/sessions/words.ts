import { catalogue } from '../words/catalogue.ts';

export const words = catalogue('shared/sessions', {
  place: (browser: string, system: string | null) => (system === null ? browser : `${browser} on ${system}`),
  unknownBrowser: 'Unknown browser',
  lastUsed: (day: string, time: string) => `last used ${day}, ${time}`,
});
