import type { words } from './words.ts';

export const german: typeof words = {
  loading: 'Richtlinie wird geladen',
  failedTitle: 'Die Richtlinie konnte nicht geladen werden',
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
