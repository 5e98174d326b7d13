import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  scopes: { owned: 'Meine Freigaben', received: 'Mit mir geteilt' },
  search: 'Freigaben durchsuchen',
  list: 'Freigaben',
  count: (count) => plural(count, { one: '# Asset', other: '# Assets' }),
  guests: (count) => (count === 0 ? 'keine Gäste' : plural(count, { one: '# Gast', other: '# Gäste' })),
  updated: (day) => `geändert am ${day}`,
  from: (name) => `Von ${name}`,
  until: (day) => `bis ${day}`,
  disabled: 'Deaktiviert',
  disabledWords: 'Kein Gast kann sie öffnen, bis sie wieder aktiviert wird',
  loading: 'Freigaben werden geladen',
  loadingMore: 'Weitere Freigaben werden geladen',
  failedTitle: 'Die Freigaben konnten nicht geladen werden',
  emptyOwnedTitle: 'Sie haben noch keine Freigaben',
  emptyOwnedWords:
    'Wählen Sie Assets aus und dann „Neue Freigabe erstellen“. Gäste bekommen einen eigenen Link, der von selbst endet.',
  toAssets: 'Zu Ihren Assets',
  emptyReceivedTitle: 'Zurzeit ist nichts mit Ihnen geteilt',
  emptyReceivedWords:
    'Lädt Sie jemand aus Ihrem Konto zu einer Freigabe ein, finden Sie sie hier und in einer E-Mail.',
  noMatchTitle: 'Nichts gefunden',
  noMatchWords: (title) => `Keine Freigabe hier hat „${title}“ im Titel.`,
  showAll: 'Alle Freigaben zeigen',
};
