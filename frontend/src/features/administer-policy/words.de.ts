import type { words } from './words.ts';

export const german: typeof words = {
  loading: 'Richtlinie wird geladen',
  failedTitle: 'Die Richtlinie konnte nicht geladen werden',
  rulesHeading: 'Einladungen',
  rulesHint:
    'Das gilt ab jetzt für Einladungen, Erneuerungen und was erneut gesendet wird. Links, die schon hinausgingen, gelten bis zu ihrem Ende.',
  externalOn: 'Alle mit einer Adresse können eingeladen werden, im Rahmen der Domains unten.',
  externalOff:
    'Nur Personen aus dem Konto können eingeladen werden. Gäste von außerhalb behalten die Links, die sie haben.',
  codesOn:
    'Jeder Link fragt nach einem Code, der an die Adresse des Gastes gesendet wird. Wer eine Freigabe geöffnet hat, behält sie offen.',
  codesOff: 'Ein Link öffnet seine Freigabe allein, außer sie fragt selbst nach einem Code.',
  linksOn:
    'Wer eine Freigabe verwaltet, kann sich einen Link eines Gastes zeigen lassen, um ihn ohne E-Mail weiterzugeben. Das Protokoll nennt jeden.',
  linksOff: 'Links gehen nur per E-Mail hinaus.',
  perHourHint: 'Höchstens, Erneuerungen und erneut gesendete Einladungen eingeschlossen. Leer: keine Grenze.',
  dataDays: 'Tage, bis Angaben zu externen Gästen entfernt werden',
  dataDaysHint:
    'Gezählt ab dem Ende ihres Links. Adresse, Name und Herkunft gehen endgültig; was geschah, bleibt. Leer: nie.',
  never: 'Nie',
  allowedHint: 'Eine je Zeile, Subdomains eingeschlossen. Leer: jede Domain.',
  blockedHint:
    'Niemand mit einer Adresse dort kann eingeladen werden, auch wenn sie in einer erlaubten Domain liegt.',
  saveRules: 'Speichern',
  rulesSaved: 'Die Richtlinie wurde gespeichert und gilt ab jetzt',
  mailsHeading: 'E-Mails',
  mailsHint:
    'Einladungen gehen immer hinaus, ebenso alles, worum ein Gast bittet. Diese E-Mails kommen hinzu.',
  mails: {
    remindGuests: {
      label: 'Gäste erinnern',
      on: 'Gäste erhalten einen Tag vor dem Ende ihres Links eine E-Mail mit einem Link, der bis dahin gilt.',
      off: 'Kein Gast erfährt, dass der eigene Link bald endet.',
    },
    remindOwners: {
      label: 'Nicht geöffnete Freigaben melden',
      on: 'Wem eine Freigabe gehört, erhält einen Tag vor dem Ende eines nie geöffneten Links eine E-Mail und eine weitere an seinem Ende.',
      off: 'Wem eine Freigabe gehört, sieht es nur in der Liste der Gäste.',
    },
    reportFailures: {
      label: 'Nicht zustellbare Einladungen melden',
      on: 'Wem eine Freigabe gehört, erhält eine E-Mail mit dem Grund, wenn eine Einladung nicht zugestellt werden konnte.',
      off: 'Wem eine Freigabe gehört, sieht es nur in der Liste der Gäste.',
    },
  },
  nowOn: (mail) => `Eingeschaltet: ${mail}`,
  nowOff: (mail) => `Ausgeschaltet: ${mail}`,
};
