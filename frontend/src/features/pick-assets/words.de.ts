import { inFigures, plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  open: 'Assets hinzufügen',
  dialog: 'Assets hinzufügen',
  search: (domain) => `Assets von ${domain} durchsuchen`,
  list: 'Assets zur Auswahl',
  add: (count) =>
    count === 0
      ? 'Assets hinzufügen'
      : plural(count, { one: '# Asset hinzufügen', other: '# Assets hinzufügen' }),
  selectFirst: 'Wählen Sie mindestens ein Asset aus',
  chosen: (count, size) => `${inFigures(count)} ausgewählt · ${size}`,
  loading: 'Assets werden geladen',
  loadingMore: 'Weitere Assets werden geladen',
  emptyTitle: 'Dieser Bereich hat noch keine Assets',
  emptyWords: 'Laden Sie zuerst welche auf der Seite „Assets“ hoch, oder wechseln Sie den Bereich.',
  noMatch: 'Kein Asset dieses Bereichs passt zu dieser Suche.',
  added: (count) =>
    plural(count, {
      one: '# Asset wurde zur Freigabe hinzugefügt',
      other: '# Assets wurden zur Freigabe hinzugefügt',
    }),
  notAdded: 'Nicht hinzugefügt',
};
