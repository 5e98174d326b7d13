import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  dialog: 'Neue Freigabe erstellen',
  chooseAccess: 'Festlegen, wer Zugang hat',
  chooseAccessOn: 'Im nächsten Schritt nennen Sie Gäste und wie lange ihre Links gelten.',
  chooseAccessOff: 'Noch ist niemand eingeladen. Sie können Gäste später in der Freigabe einladen.',
  next: 'Weiter',
  back: 'Zurück',
  create: 'Freigabe erstellen',
  nothingToShare: 'Nichts aus Ihrer Auswahl kann geteilt werden',
  stepOf: (step) => `Schritt ${step} von 2`,
  whoGetsMail: (count) =>
    plural(count, {
      one: '# Gast bekommt eine E-Mail mit einem eigenen Link.',
      other: '# Gäste bekommen je eine E-Mail mit einem eigenen Link.',
    }),
  copyLinks: (count) => plural(count, { one: 'Link kopieren', other: 'Links kopieren' }),
  created: (title) => `„${title}“ wurde erstellt`,
  noGuests: 'Noch ist niemand eingeladen.',
  open: 'Freigabe öffnen',
  leftOut: (count) =>
    plural(count, { one: '# Asset wurde nicht aufgenommen', other: '# Assets wurden nicht aufgenommen' }),
};
