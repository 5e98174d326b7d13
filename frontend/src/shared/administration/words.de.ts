import type { words } from './words.ts';

export const german: typeof words = {
  done: 'Fertig',
  rules: {
    longest: 'Längste Dauer eines Links',
    external: 'Externe Gäste',
    codes: 'Externe Gäste nach einem Code fragen',
    links: 'Links von Gästen kopieren lassen',
    perHour: 'Einladungen einer Person innerhalb einer Stunde',
    noLimit: 'Keine Grenze',
    allowed: 'Erlaubte Domains',
    blocked: 'Gesperrte Domains',
  },
};
