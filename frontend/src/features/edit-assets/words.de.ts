import { inFigures, plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  title: (count) => plural(count, { one: '# Asset bearbeiten', other: '# Assets bearbeiten' }),
  keep: 'Wie bisher',
  shareable: 'Darf geteilt werden',
  yes: 'Ja',
  no: 'Nein',
  availability: 'Verfügbarkeit',
  available: 'Verfügbar',
  unavailable: 'Nicht verfügbar',
  expiry: 'Ablauf',
  never: 'Nie',
  onDay: 'An einem Tag',
  lastDay: 'Letzter Tag',
  lastDayHint: 'An diesem Tag lassen sie sich noch herunterladen, ab dem nächsten nicht mehr.',
  dayMissing: 'Wählen Sie heute oder einen späteren Tag.',
  titles: 'Titel',
  titleOf: (fileName) => `Titel von ${fileName}`,
  loading: 'Assets werden geladen',
  save: 'Speichern',
  nothingChanged: 'So sind sie alle schon',
  saving: (done, total) => `${inFigures(done)} von ${inFigures(total)} gespeichert`,
  saved: (count) => plural(count, { one: '# Asset wurde gespeichert', other: '# Assets wurden gespeichert' }),
  failed: (count) =>
    plural(count, {
      one: '# Asset konnte nicht gespeichert werden, die anderen schon. Speichern Sie erneut, um es noch einmal zu versuchen.',
      other:
        '# Assets konnten nicht gespeichert werden, die anderen schon. Speichern Sie erneut, um es noch einmal zu versuchen.',
    }),
};
