import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  download: 'Herunterladen',
  selectFirst: 'Wählen Sie Assets aus, um sie herunterzuladen',
  excludedTitle: (count) =>
    plural(count, { one: '# Asset wurde ausgelassen', other: '# Assets wurden ausgelassen' }),
  excludedList: 'Nicht im Download',
  nothingTitle: 'Es wurde nichts heruntergeladen',
};
