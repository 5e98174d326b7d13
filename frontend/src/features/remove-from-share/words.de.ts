import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  remove: 'Aus Freigabe entfernen',
  removeShort: 'Entfernen',
  selectFirst: 'Wählen Sie Assets aus, um sie aus der Freigabe zu entfernen',
  removed: (count) =>
    plural(count, {
      one: '# Asset wurde aus der Freigabe entfernt',
      other: '# Assets wurden aus der Freigabe entfernt',
    }),
  undo: 'Rückgängig',
  undone: (count) =>
    plural(count, {
      one: '# Asset ist wieder in der Freigabe',
      other: '# Assets sind wieder in der Freigabe',
    }),
  notBack: 'Nicht wieder hinzugefügt',
};
