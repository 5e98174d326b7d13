import type { words } from './words.ts';

export const german: typeof words = {
  title: 'Passwort ändern',
  consequence:
    'Hier bleiben Sie angemeldet. Überall sonst werden Sie sofort abgemeldet und melden sich mit dem neuen Passwort an. Auch Ihre API-Tokens enden.',
  current: 'Aktuelles Passwort',
  currentMissing: 'Geben Sie Ihr aktuelles Passwort ein.',
  currentWrong: 'Das ist nicht Ihr aktuelles Passwort. Es wurde nichts geändert.',
  next: 'Neues Passwort',
  nextWords: 'Mindestens 8 Zeichen; einige Wörter sind besser als Sonderzeichen.',
  nextShort: 'Ein Passwort hat mindestens 8 Zeichen.',
  done: 'Ihr Passwort wurde geändert. Ihre anderen Sitzungen sind beendet.',
};
