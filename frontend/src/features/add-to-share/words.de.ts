import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  dialog: 'Zu bestehender Freigabe hinzufügen',
  search: 'Eigene Freigaben durchsuchen',
  shares: 'Ihre Freigaben',
  count: (count) => plural(count, { one: '# Asset', other: '# Assets' }),
  updated: (day) => `geändert am ${day}`,
  disabled: 'deaktiviert',
  more: 'Weitere Freigaben zeigen',
  loading: 'Ihre Freigaben werden geladen',
  noneTitle: 'Sie haben noch keine Freigaben',
  noneWords:
    'Schließen Sie dies und wählen Sie „Neue Freigabe erstellen“, um aus dieser Auswahl eine zu machen.',
  noMatch: 'Keine Ihrer Freigaben hat diesen Titel.',
  select: 'Auswählen',
  chooseFirst: 'Wählen Sie zuerst eine Freigabe',
  nothingToAdd: 'Nichts aus Ihrer Auswahl kann zu dieser Freigabe hinzugefügt werden',
  added: (count, title) =>
    `${plural(count, { one: '# Asset wurde', other: '# Assets wurden' })} zu „${title}“ hinzugefügt`,
  leftOut: 'Nicht hinzugefügt',
  open: 'Freigabe öffnen',
};
