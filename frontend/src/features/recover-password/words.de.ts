import type { words } from './words.ts';

export const german: typeof words = {
  forgotTitle: 'Passwort vergessen?',
  forgotWords:
    'Geben Sie die E-Mail-Adresse Ihres Kontos ein. Gibt es ein Konto mit dieser Adresse, bekommen Sie einen Link, mit dem Sie ein neues Passwort festlegen.',
  email: 'E-Mail',
  emailMissing: 'Geben Sie die E-Mail-Adresse Ihres Kontos ein.',
  send: 'Link senden',
  sentTitle: 'Sehen Sie in Ihr Postfach',
  sent: (email) =>
    `Wenn es ein Konto mit ${email} gibt, ist ein Link unterwegs. Er gilt einmal, eine Stunde lang.`,
  nothingCame:
    'Nichts angekommen? Sehen Sie im Spam-Ordner nach, oder fragen Sie die Verwaltung Ihres Kontos. Wer sich über das Unternehmen anmeldet, bekommt keinen Link.',
  back: 'Zurück zur Anmeldung',
  newTitle: 'Neues Passwort festlegen',
  newWords: 'Danach sind Sie überall abgemeldet, und Ihre API-Tokens enden.',
  newPassword: 'Neues Passwort',
  newHint: 'Mindestens 8 Zeichen; einige Wörter sind besser als Sonderzeichen.',
  newShort: 'Ein Passwort hat mindestens 8 Zeichen.',
  set: 'Passwort festlegen',
  doneTitle: 'Ihr neues Passwort gilt',
  done: 'Melden Sie sich damit an.',
  signIn: 'Anmelden',
  deadTitle: 'Dieser Link gilt nicht mehr',
  dead: 'Ein Link gilt einmal, eine Stunde lang. Es wurde nichts geändert. Fordern Sie einen neuen an.',
  another: 'Neuen Link anfordern',
};
