import { inLocale } from './locale.ts';
import type { MailWords } from './words.ts';

const { instant, plural } = inLocale('de-DE');

/** One guest by the address, several by their number: in the dative after "von", in the accusative after "an". */
const whoAre = ([first = '', ...others]: readonly string[], counted: '# Gäste' | '# Gästen'): string =>
  others.length === 0 ? first : plural(others.length + 1, { other: counted });
const by = (emails: readonly string[]): string => `von ${whoAre(emails, '# Gästen')}`;
const to = (emails: readonly string[]): string => `an ${whoAre(emails, '# Gäste')}`;

const AHEAD = { tomorrow: 'morgen', soon: 'bald' };

/** The same in German. */
export const german: MailWords = {
  language: 'de',
  direction: 'ltr',
  instant,
  quoted: (text) => `„${text}“`,
  andMore: (count) => plural(count, { one: 'und # weiterer', other: 'und # weitere' }),
  openShare: 'Freigabe öffnen',
  forYouAlone: 'Dieser Link ist nur für Sie. Bitte geben Sie ihn nicht weiter.',
  sharedWithYou: (sharedBy) => `${sharedBy} hat etwas mit Ihnen geteilt`,
  invitation: {
    subject: (sharedBy, title) => `${sharedBy} hat „${title}“ mit Ihnen geteilt`,
    sentence: (sharedBy, title) => `${sharedBy} hat „${title}“ mit Ihnen geteilt.`,
    files: (count) =>
      plural(count, {
        one: '# Datei zum Ansehen und Herunterladen',
        other: '# Dateien zum Ansehen und Herunterladen',
      }),
    until: (end) => `bis ${end}`,
    filesUntil: (count, end) =>
      plural(count, {
        one: `# Datei, die Sie bis ${end} ansehen und herunterladen können.`,
        other: `# Dateien, die Sie bis ${end} ansehen und herunterladen können.`,
      }),
    replacesLink: 'Der Link in unserer früheren E-Mail öffnet nichts mehr.',
    underShares: 'Wenn Sie angemeldet sind, finden Sie diese Freigabe auch unter Freigaben.',
  },
  code: {
    lead: 'Ihr Code zum Öffnen von',
    subject: (title) => `Ihr Code zum Öffnen von „${title}“`,
    words: 'Geben Sie diesen Code auf der Seite ein, auf der Sie Ihre Einladung geöffnet haben.',
    footnotes: (minutes) => [
      plural(minutes, {
        one: 'Er gilt einmal, in dem Browser, der ihn angefordert hat, # Minute lang.',
        other: 'Er gilt einmal, in dem Browser, der ihn angefordert hat, # Minuten lang.',
      }),
      'Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne den Code kommt niemand hinein.',
    ],
  },
  endsSoon: {
    subject: (title, when) => `„${title}“ schließt ${AHEAD[when]} für Sie`,
    words: (end) =>
      `Sie können dies bis ${end} ansehen und herunterladen. Nehmen Sie sich bis dahin, was Sie brauchen.`,
    oneBefore: 'Auch Ihr bisheriger gilt bis dahin.',
  },
  reasons: {
    ended: 'Die Einladung endete, bevor ihre E-Mail gesendet wurde.',
    'part-silent': 'Ein Teil des Systems hat nicht geantwortet.',
    'server-silent': 'Der Mailserver antwortet nicht.',
    'came-back': 'Sie kam ohne Angabe eines Grundes zurück.',
  },
  openGuests: 'Gäste öffnen',
  linkRequested: {
    subject: (email, title) => `${email} bittet um einen neuen Link zu „${title}“`,
    lead: (email) => `${email} bittet um einen neuen Link`,
    removed:
      'Dieser Gast wurde entfernt, deshalb gilt der Link nicht mehr. Laden Sie ihn erneut ein, wenn er Zugang haben soll.',
    ended: (end) => `Der Link ist am ${end} abgelaufen. Erneuern Sie den Gast, um einen neuen zu geben.`,
    disabled:
      'Die Freigabe ist deaktiviert, deshalb öffnet kein Link sie. Aktivieren Sie sie, und die Links gelten wieder.',
    works: (end) =>
      `Es gibt einen Link, der bis ${end} gilt. Senden Sie die Einladung erneut, wenn sie verloren ging.`,
    footnote: 'Nichts ändert sich, solange Sie nichts tun. Ein Gast kann einmal am Tag bitten.',
  },
  unopenedSoon: {
    subject: (title, when, emails) =>
      `„${title}“ läuft ${AHEAD[when]} ab und wurde ${by(emails)} nie geöffnet`,
    lead: (when) => `Läuft ${AHEAD[when]} ab und wurde nie geöffnet`,
    words: (count, end) =>
      `${plural(count, { one: 'Der Link gilt', other: 'Die Links gelten' })} bis ${end}. Wenn eine E-Mail verloren ging, senden Sie die Einladung erneut.`,
    footnote: 'Eine erneut gesendete Einladung hat einen neuen Link mit demselben Ende.',
  },
  endedUnopened: {
    subject: (title, emails) => `„${title}“ ist abgelaufen und wurde ${by(emails)} nie geöffnet`,
    lead: 'Abgelaufen und nie geöffnet',
    words: (count, end) =>
      `${plural(count, { one: 'Der Link ist', other: 'Die Links sind' })} am ${end} abgelaufen. Erneuern Sie einen Gast, um einen neuen Link zu geben.`,
    footnote: 'Gäste, deren Links abgelaufen sind, stehen im Reiter Gäste ganz unten.',
  },
  deliveryFailed: {
    subject: (emails) =>
      plural(emails.length, {
        one: `Die Einladung ${to(emails)} konnte nicht zugestellt werden`,
        other: `Die Einladungen ${to(emails)} konnten nicht zugestellt werden`,
      }),
    words:
      'Das ist der Grund. Wenn die Adresse stimmt, senden Sie die Einladung erneut; wenn nicht, entfernen Sie den Gast und laden Sie den richtigen ein.',
    footnote: 'Von selbst wird es nicht noch einmal versucht.',
  },
  recovery: {
    subject: 'Neues Passwort festlegen',
    lead: 'Passwort vergessen?',
    greeting: (name) => `Guten Tag ${name},`,
    words:
      'für Ihr Konto bei Vitrine wurde ein neues Passwort angefordert. Wenn Sie das waren, legen Sie es hier fest.',
    action: 'Neues Passwort festlegen',
    footnotes: [
      'Der Link gilt einmal, eine Stunde lang. Danach sind Sie überall abgemeldet, und Ihre API-Tokens enden.',
      'Wenn Sie es nicht waren, müssen Sie nichts tun: Es ändert sich nichts.',
    ],
  },
};
