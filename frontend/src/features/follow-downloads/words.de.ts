import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

const files = (count: number) => plural(count, { one: '# Datei', other: '# Dateien' });
const contents = (included: number, excluded: number) =>
  excluded === 0 ? files(included) : `${files(included)}, ${plural(excluded, { other: '# ausgelassen' })}`;

export const german: typeof words = {
  excludedList: 'Nicht im Download',
  panel: 'Downloads',
  closePanel: 'Downloads schließen',
  downloading: (count) => plural(count, { one: '# Download läuft', other: '# Downloads laufen' }),
  allOver: 'Downloads',
  ofTotal: (sent, total) => `${sent} von ${total}`,
  done: 'Heruntergeladen',
  startAgain: 'Neu starten',
  contents,
  contentsOf: (fileName, included, excluded) => `${contents(included, excluded)} in ${fileName}`,
  includedList: 'Im Download',
  andMore: (count) => plural(count, { one: 'und # weitere', other: 'und # weitere' }),
  remarks: {
    starting: 'Ihr Browser beginnt gleich.',
    offline: 'Das Portal ist nicht erreichbar. Ihr Browser macht weiter, sobald es geht.',
    interrupted:
      'Der Download brach ab. Setzen Sie ihn in der Liste Ihres Browsers fort, oder starten Sie ihn neu.',
    'taken-away':
      'Der Download wurde beendet: Sie dürfen vielleicht nicht mehr alle diese Dateien haben. Was ankam, ist nicht vollständig.',
    unreadable:
      'Der Download brach ab, weil eine Datei nicht gelesen werden konnte. Starten Sie ihn gleich noch einmal.',
    expired:
      'Der Download kann nicht mehr begonnen oder fortgesetzt werden. Laden Sie die Dateien erneut herunter.',
  },
};
