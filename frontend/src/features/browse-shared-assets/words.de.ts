import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  toolbar: 'Auswahl und Assets',
  downloadAll: 'Alle laden',
  nothingToDownload: 'Zurzeit kann nichts aus dieser Freigabe heruntergeladen werden',
  count: (count) => plural(count, { one: '# Asset', other: '# Assets' }),
  downloads: (count) => plural(count, { one: '# Download', other: '# Downloads' }),
  withheld: (count) =>
    plural(count, {
      one: '# ist für Gäste jetzt weder zu sehen noch herunterzuladen',
      other: '# sind für Gäste jetzt weder zu sehen noch herunterzuladen',
    }),
  emptyTitle: 'Diese Freigabe ist noch leer',
  emptyWords: 'Gäste sehen eine leere Seite, bis Sie Assets hinzufügen.',
  emptyReceivedTitle: 'Hier ist gerade nichts zu sehen',
  emptyReceivedWords:
    'Die Assets dieser Freigabe sind im Moment nicht verfügbar, oder es wurden noch keine hinzugefügt.',
  failedTitle: 'Die Assets dieser Freigabe konnten nicht geladen werden',
};
