import type { words } from './words.ts';

export const german: typeof words = {
  product: 'Vitrine',
  navigation: 'Hauptnavigation',
  skip: 'Zum Inhalt springen',
  assets: 'Assets',
  shares: 'Freigaben',
  administration: 'Verwaltung',
  domains: 'Bereiche',
  person: (name) => `Konto von ${name}`,
  signOut: 'Abmelden',
  changePassword: 'Passwort ändern',
  signOutEverywhere: 'Überall abmelden',
  appearance: 'Darstellung',
  light: 'Hell',
  dark: 'Dunkel',
  auto: 'Wie das System',
  language: 'Sprache',
  pageMissing: 'Diese Seite gibt es nicht',
  pageMissingWords: 'Die Adresse ist vielleicht unvollständig, oder die Seite wurde verschoben.',
  toAssets: 'Zu den Assets',
  pageFailed: 'Diese Seite konnte nicht gezeigt werden',
};
