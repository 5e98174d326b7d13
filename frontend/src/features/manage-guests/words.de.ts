import { inFigures, plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  list: 'Gäste',
  failedTitle: 'Die Gäste konnten nicht geladen werden',
  expiredList: 'Abgelaufen',
  invite: '+ Gäste einladen',
  inviteDialog: 'Gäste einladen',
  inviteCount: (count) =>
    count === 0 ? 'Gäste einladen' : plural(count, { one: '# Gast einladen', other: '# Gäste einladen' }),
  invited: (count) =>
    plural(count, {
      one: '# Gast wurde eingeladen und bekommt eine E-Mail mit einem Link',
      other: '# Gäste wurden eingeladen; jeder bekommt eine E-Mail mit einem Link',
    }),
  notYours:
    'Diese Freigabe enthält Assets eines Bereichs, zu dem Sie nicht gehören, daher können Sie niemandem einen Link geben. Nehmen Sie sie heraus, oder bitten Sie Ihre Verwaltung um die Einladung.',
  external: 'Externer Gast',
  until: (instant) => `Bis ${instant}`,
  expired: (instant) => `Abgelaufen am ${instant}`,
  mails: { queued: 'E-Mail unterwegs', sent: 'E-Mail gesendet', failed: 'Die E-Mail wurde nicht zugestellt' },
  mailFailed: (reason) => `Die E-Mail wurde nicht zugestellt: ${reason}`,
  notOpened: 'Noch nicht geöffnet',
  opened: (day) => `Geöffnet am ${day}`,
  downloadsOf: (begun, most) =>
    `${inFigures(begun)} von ${plural(most, { one: '# Download', other: '# Downloads' })}`,
  downloads: (count) => plural(count, { one: '# Download', other: '# Downloads' }),
  asked: (day) => `Bat am ${day} um einen neuen Link`,
  remove: 'Entfernen',
  removeGuest: (email) => `${email} entfernen`,
  removeTitle: 'Diesen Gast entfernen?',
  removeConsequence: (guest) =>
    `Der Link von ${guest} gilt sofort nicht mehr, und laufende Downloads enden. Andere Gäste behalten ihre Links. Eine neue Einladung bringt einen neuen Link.`,
  removeExpiredConsequence: (guest) =>
    `${guest} wird aus der Liste genommen. Der Link ist schon abgelaufen. Eine neue Einladung bringt einen neuen Link.`,
  removeAction: 'Gast entfernen',
  removed: (guest) => `${guest} wurde entfernt`,
  renew: 'Erneuern',
  renewGuest: (email) => `${email} erneuern`,
  renewTitle: (guest) => `Link von ${guest} erneuern`,
  renewWords: 'Ein neuer Link geht per E-Mail hinaus. Der alte gilt nicht wieder.',
  renewed: (guest) => `${guest} bekommt einen neuen Link per E-Mail`,
  resend: 'Erneut senden',
  resendAction: 'Einladung erneut senden',
  resendGuest: (email) => `Einladung an ${email} erneut senden`,
  resendTitle: (guest) => `Einladung an ${guest} erneut senden`,
  resendWords: (instant) =>
    `Eine E-Mail mit einem neuen Link geht hinaus. Er gilt wie bisher bis ${instant}. Der Link in der früheren E-Mail gilt sofort nicht mehr, und wo die Freigabe damit geöffnet ist, schließt sie sich.`,
  resendTooSoon:
    'Die Einladung wurde vor weniger als einer Minute erneut gesendet. Warten Sie ein wenig bis zum nächsten Mal.',
  resent: (guest) => `Die Einladung an ${guest} ist wieder unterwegs`,
  link: 'Link kopieren',
  linkOf: (email) => `Link von ${email} kopieren`,
  linkTitle: (guest) => `Ein Link für ${guest}`,
  linkWords: (guest, instant) =>
    `Wer ihn hat, kann die Freigabe bis ${instant} als ${guest} öffnen. Geben Sie ihn deshalb sonst niemandem. Der Link in der E-Mail gilt weiter.`,
  linkOfColleague: (guest) =>
    `${guest} gehört zum Konto: Die Adresse der Freigabe genügt, geöffnet wird sie nach der Anmeldung.`,
  makeLink: 'Link zeigen',
  linkHandOver: (guest) =>
    `Geben Sie diesen Link an ${guest}. Er wird nur dieses eine Mal gezeigt und nirgends gespeichert.`,
  linkMade: (guest) => `Ein Link für ${guest} wurde erstellt`,
  linkUnseen:
    'Niemand hat ihn gesehen, weil der Dialog geschlossen wurde. Erstellen Sie einen weiteren, um ihn zu übergeben.',
  linkLabel: 'Link',
  browsers: 'Browser',
  browsersOf: (email) => `Browser von ${email}`,
  browsersTitle: (guest) => `Wo ${guest} diese Freigabe geöffnet hat`,
  browsersWords:
    'Das Schließen in einem Browser wirkt sofort. Der Link selbst und laufende Downloads gehen weiter: Um auch sie zu beenden, senden Sie die Einladung erneut oder entfernen Sie den Gast.',
  browsersList: 'Browser',
  browsersLoading: 'Es wird geladen, wo sie geöffnet ist',
  browsersNone: 'Im Augenblick in keinem Browser.',
  browserSince: (day) => `Geöffnet am ${day}`,
  endBrowser: 'Schließen',
  endBrowserOf: (place) => `Freigabe in ${place} schließen`,
  browserEnded: 'Die Freigabe ist dort geschlossen.',
  done: 'Fertig',
  loading: 'Gäste werden geladen',
  arrivingTitle: 'Die Gäste werden eingeladen',
  arrivingWords:
    'Wer mit der Freigabe genannt wurde, erscheint hier von selbst und bekommt eine E-Mail. Es dauert länger als sonst.',
  emptyTitle: 'Noch ist niemand eingeladen',
  search: 'Gäste durchsuchen',
  noMatchTitle: 'Niemand gefunden',
  noMatchWords: (text) => `Kein Gast dieser Freigabe hat „${text}“ im Namen oder in der Adresse.`,
  showAll: 'Alle Gäste zeigen',
  showMore: (left) =>
    plural(left, { one: 'Mehr Gäste zeigen (noch #)', other: 'Mehr Gäste zeigen (noch #)' }),
  emptyWords: 'Jeder Gast bekommt eine E-Mail mit einem eigenen Link, der von selbst endet.',
  disabled: 'Diese Freigabe ist deaktiviert: Kein Link gilt, bis sie wieder aktiviert wird.',
};
