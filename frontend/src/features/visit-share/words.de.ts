import { inFigures, plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  invitedTitle: 'Sie wurden zu einer Freigabe eingeladen',
  invitedWords:
    'Jemand hat Dateien für Sie zusammengestellt. Öffnen Sie die Freigabe, um sie anzusehen und herunterzuladen.',
  open: 'Freigabe öffnen',
  codeTitle: 'Geben Sie Ihren Code ein',
  codeSent: (email) =>
    `Wir haben einen sechsstelligen Code an ${email} gesendet. Er gilt zehn Minuten, in diesem Browser.`,
  codeSentAgain: (email) => `Ein neuer Code ist unterwegs an ${email}. Der vorige gilt nicht mehr.`,
  code: 'Code',
  codeForm: 'Ein Code hat sechs Ziffern',
  wrongCode: (left) =>
    `Das ist nicht der Code. ${plural(left, { one: 'Sie haben noch einen Versuch.', other: 'Sie haben noch # Versuche.' })}`,
  codeVoid: 'Das wurde zu oft versucht, daher gilt der Code nicht mehr. Lassen Sie sich einen neuen senden.',
  codeExpired: 'Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen senden.',
  enterCode: 'Freigabe öffnen',
  newCode: 'Neuen Code senden',
  noCodeYet: 'Noch keine E-Mail? Sehen Sie auch im Spam-Ordner nach.',
  codesTooOften: (wait) => `Eben wurde ein Code gesendet. Einen weiteren gibt es ${wait}.`,
  canAskAgain: 'Sie können jetzt einen weiteren Code anfordern.',
  canGoOn: 'Jetzt können Sie weitermachen.',
  triedTooOften: (wait) => `Das wurde zu oft versucht. Weiter geht es ${wait}.`,
  codeElsewhere: (wait) =>
    `Eben wurde ein Code gesendet, für den Browser, der darum bat. Für diesen können Sie ${wait} noch einmal bitten.`,
  inSeconds: (count) => plural(count, { one: 'in # Sekunde', other: 'in # Sekunden' }),
  inMinutes: (count) => plural(count, { one: 'in # Minute', other: 'in # Minuten' }),
  inHours: (count) => plural(count, { one: 'in # Stunde', other: 'in # Stunden' }),
  notValidTitle: 'Dieser Link öffnet nichts',
  notValidWords:
    'Er ist vielleicht abgelaufen, durch einen neueren ersetzt, oder die Freigabe ist zurzeit geschlossen. Sie können die Person, die mit Ihnen geteilt hat, um einen neuen bitten.',
  ask: 'Um einen neuen Link bitten',
  askedTitle: 'Sie haben um einen neuen Link gebeten',
  askedWords:
    'Wenn dieser Link jemals Ihrer war, bekommt die Person, die mit Ihnen geteilt hat, eine E-Mail. Ein neuer Link kommt, wenn Sie einen bekommen, an Ihre Adresse.',
  closedTitle: 'Diese Freigabe ist für Sie nicht mehr geöffnet',
  closedWords:
    'Ihr Link ist vielleicht abgelaufen, oder die Freigabe ist zurzeit geschlossen. Folgen Sie noch einmal dem Link in Ihrer E-Mail: Dort können Sie um einen neuen bitten.',
  noneTitle: 'Hier ist keine Freigabe geöffnet',
  noneWords:
    'Folgen Sie dem Link in Ihrer E-Mail. Öffnet er nichts, ist er vielleicht abgelaufen, oder die Freigabe ist zurzeit geschlossen: Dort können Sie um einen neuen bitten.',
  leftTitle: 'Sie haben die Freigabe verlassen',
  leftWords: 'Der Link in Ihrer Einladung öffnet sie wieder, solange er gilt.',
  leave: 'Verlassen',
  sharedBy: (name) => `Geteilt von ${name}`,
  until: (instant) => `Für Sie geöffnet bis ${instant}`,
  downloadAll: (count, size) =>
    `Alle herunterladen (${plural(count, { one: '# Datei', other: '# Dateien' })}, ${size})`,
  downloadsLeft: (left, most) =>
    `Sie haben noch ${plural(left, { one: '# Download', other: '# Downloads' })} von ${inFigures(most)}. Ein fortgesetzter zählt einmal.`,
  noDownloadsLeft: (sharedBy, most) =>
    `Sie haben ${plural(most, { one: 'den einen Download', other: 'alle # Downloads' })} dieser Freigabe genutzt. Brauchen Sie einen weiteren, fragen Sie ${sharedBy}.`,
  downloadSelected: 'Auswahl herunterladen',
  selection: 'Auswahl',
  assets: 'Geteilte Dateien',
  untilDay: (day) => `bis ${day}`,
  loading: 'Die Freigabe wird geöffnet',
  loadingFiles: 'Die Dateien werden geladen',
  emptyTitle: 'Hier ist gerade nichts zu sehen',
  emptyWords:
    'Die Dateien dieser Freigabe sind im Moment nicht verfügbar, oder es wurden noch keine hinzugefügt.',
  failedTitle: 'Die Freigabe konnte nicht geladen werden',
  madeWith: 'Geteilt mit Vitrine',
};
