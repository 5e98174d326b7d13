import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  back: 'Freigaben',
  tabs: { assets: 'Assets', guests: 'Gäste', activity: 'Aktivität' },
  parts: 'Teile der Freigabe',
  shareEnabled: 'Freigabe aktiv',
  enabledWords: 'Gäste können sie mit ihrem Link öffnen.',
  disabledWords: 'Kein Gast kann sie öffnen. Die Links gelten wieder, sobald sie aktiviert ist.',
  enabled: (title) => `„${title}“ ist aktiv: Die Links gelten wieder`,
  disabled: (title) => `„${title}“ ist deaktiviert: Kein Gast kann sie jetzt öffnen`,
  notEnabled: (title) => `„${title}“ konnte nicht aktiviert werden`,
  notDisabled: (title) =>
    `„${title}“ konnte nicht deaktiviert werden: Gäste können sie vielleicht noch öffnen`,
  edit: 'Titel und Beschreibung bearbeiten',
  save: 'Speichern',
  theirs: {
    title: ({ title }) =>
      `Jemand anderes hat den Titel inzwischen in „${title}“ geändert. Ihrer steht noch hier; Speichern ersetzt den anderen.`,
    description: ({ description }) =>
      description === ''
        ? 'Jemand anderes hat die Beschreibung inzwischen entfernt. Ihre steht noch hier; Speichern setzt sie an deren Stelle.'
        : `Jemand anderes hat die Beschreibung inzwischen geändert, in „${description}“. Ihre steht noch hier; Speichern ersetzt die andere.`,
    codeRequired: () =>
      'Jemand anderes hat inzwischen geändert, ob ein Code verlangt wird. Ihre Wahl steht noch hier; Speichern ersetzt die andere.',
    downloadsMax: ({ downloadsMax }) =>
      `Jemand anderes hat die Grenze der Downloads inzwischen ${
        downloadsMax === null ? 'aufgehoben' : `auf ${downloadsMax} gesetzt`
      }. Ihre Wahl steht noch hier; Speichern ersetzt die andere.`,
  },
  more: 'Mehr zu dieser Freigabe',
  delete: 'Freigabe löschen',
  guestOptions: 'Optionen für Gäste',
  guestOptionsHint: 'Das gilt ab jetzt für alle Gäste der Freigabe. Wer sie geöffnet hat, behält sie offen.',
  optionsSaved: (title) => `Die Optionen von „${title}“ wurden gespeichert`,
  assets: (count) => plural(count, { one: '# Asset', other: '# Assets' }),
  created: (day) => `erstellt am ${day}`,
  ownedBy: (name) => `Gehört ${name}`,
  sharedBy: (name) => `Geteilt von ${name}`,
  until: (instant) => `Für Sie geöffnet bis ${instant}`,
  downloadsLeft: (count) => plural(count, { one: 'noch # Download', other: 'noch # Downloads' }),
  loading: 'Die Freigabe wird geladen',
  missingTitle: 'Diese Freigabe ist nicht hier',
  missingWords:
    'Sie wurde gelöscht, ist deaktiviert, Ihre Einladung ist abgelaufen, oder sie war nie für Sie bestimmt.',
  failedTitle: 'Die Freigabe konnte nicht geladen werden',
  toShares: 'Zu Ihren Freigaben',
};
