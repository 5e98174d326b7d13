import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  upload: 'Hochladen',
  chooseFiles: 'Dateien zum Hochladen wählen',
  dropHere: 'Zum Hochladen loslassen',
  dropWords: (domain) => `Die Dateien werden Assets von ${domain}`,
  panel: 'Uploads',
  uploading: (count) =>
    plural(count, { one: '# Datei wird hochgeladen', other: '# Dateien werden hochgeladen' }),
  done: (count) => plural(count, { one: '# Datei hochgeladen', other: '# Dateien hochgeladen' }),
  failed: (count) => plural(count, { one: '# Datei gescheitert', other: '# Dateien gescheitert' }),
  ofTotal: (sent, total) => `${sent} von ${total}`,
  overall: 'Alle Uploads',
  waiting: 'Wartet',
  interrupted: 'Wartet auf die Verbindung',
  processing: 'Wird abgeschlossen',
  uploaded: 'Hochgeladen',
  retry: 'Wiederholen',
  retryFile: (fileName) => `${fileName} wiederholen`,
  cancelFile: (fileName) => `${fileName} abbrechen`,
  edit: (count) => plural(count, { one: '# Asset bearbeiten', other: '# Assets bearbeiten' }),
  close: 'Uploads schließen',
  unfinished: 'Unfertige Uploads',
  unfinishedWords:
    'Was gesendet wurde, ist aufgehoben. Eine Seite kann Ihre Dateien nicht selbst öffnen: Wählen Sie dieselben noch einmal, und es geht dort weiter.',
  chooseAgain: 'Dateien erneut wählen',
  soFar: (percent) => `${percent} % gesendet`,
  discard: (fileName) => `${fileName} verwerfen`,
};
