import type { words } from './words.ts';

export const german: typeof words = {
  list: 'Funktionen',
  shares: 'Freigaben',
  sharesOn: 'Alle im Konto können Assets ihrer Bereiche für begrenzte Zeit mit Gästen teilen.',
  sharesOff: 'Niemand im Konto kann teilen. Bestehende Freigaben bleiben erhalten, und kein Gast sieht sie.',
  loading: 'Funktionen werden geladen',
  failedTitle: 'Die Funktionen konnten nicht geladen werden',
  offTitle: 'Freigaben ausschalten?',
  offConsequence:
    'Die Schaltfläche „Teilen“ und „Freigaben“ in der Navigation verschwinden für alle im Konto. Die Links aller Gäste gelten sofort nicht mehr, und was Gäste gerade herunterladen, bricht ab.',
  offKept:
    'Die Freigaben und ihre Gäste bleiben erhalten. Werden Freigaben wieder eingeschaltet, gelten die Links erneut bis zu ihrem eigenen Ende, das sich nicht verschiebt.',
  offAction: 'Freigaben ausschalten',
  nowOff: 'Freigaben sind ausgeschaltet: Kein Gast sieht jetzt etwas',
  nowOn: 'Freigaben sind eingeschaltet: Links, die nicht abgelaufen sind, gelten wieder',
};
