import { inFigures, plural } from '../../shared/words/plural.ts';
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
  failedToo: (count) => `${inFigures(count)}\u00a0fehlgeschlagen`,
  heldUp: (count) =>
    plural(count, { one: '# Datei wartet auf die Verbindung', other: '# Dateien warten auf die Verbindung' }),
  failed: (count) => plural(count, { one: '# Datei fehlgeschlagen', other: '# Dateien fehlgeschlagen' }),
  soMuch: (done, all, sent, total) => `${inFigures(done)} von ${inFigures(all)} · ${sent} von ${total}`,
  more: (count) => plural(count, { one: 'Und # weitere', other: 'Und # weitere' }),
  cancelAll: 'Alle abbrechen',
  cancelled: (count) =>
    plural(count, { one: '# Upload wurde abgebrochen', other: '# Uploads wurden abgebrochen' }),
  goOn: 'Rückgängig',
  overall: 'Alle Uploads',
  waiting: 'Wartet',
  interrupted: 'Angehalten',
  processing: 'Wird abgeschlossen',
  uploaded: 'Hochgeladen',
  retry: 'Wiederholen',
  tooLarge: (most) => `Die Datei ist größer als die erlaubten ${most}. Nichts davon wurde behalten.`,
  retryAll: (count) => plural(count, { one: '# Datei wiederholen', other: '# Dateien wiederholen' }),
  retryFile: (fileName) => `${fileName} wiederholen`,
  forgetFile: (fileName) => `${fileName} aus der Liste nehmen`,
  cancelFile: (fileName) => `${fileName} abbrechen`,
  edit: (count) => plural(count, { one: '# Asset bearbeiten', other: '# Assets bearbeiten' }),
  editFromList: (count) =>
    `Um mehr als ${inFigures(count)} auf einmal zu bearbeiten, wählen Sie sie in der Liste nach und nach aus.`,
  nothingFound: 'Darin war keine Datei. Es wurde nichts hochgeladen.',
  unreadable: (count) =>
    plural(count, {
      one: '# Datei war nicht lesbar und blieb weg. Prüfen Sie, ob sie sich öffnen lässt, und ziehen Sie sie noch einmal hierher.',
      other:
        '# Dateien waren nicht lesbar und blieben weg. Prüfen Sie, ob sie sich öffnen lassen, und ziehen Sie sie noch einmal hierher.',
    }),
  close: 'Uploads schließen',
  unfinished: 'Unfertige Uploads',
  unfinishedWords:
    'Was gesendet wurde, ist aufgehoben. Eine Seite kann Ihre Dateien nicht selbst öffnen: Wählen Sie dieselben noch einmal, und es geht dort weiter.',
  chooseAgain: 'Dateien erneut wählen',
  soFar: (percent) => `${percent} % gesendet`,
  discard: (fileName) => `${fileName} verwerfen`,
};
