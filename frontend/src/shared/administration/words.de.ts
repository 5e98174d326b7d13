import type { words } from './words.ts';

export const german: typeof words = {
  done: 'Fertig',
  rules: {
    longest: 'Längste Dauer eines Links',
    external: 'Externe Gäste',
    codes: 'Externe Gäste nach einem Code fragen',
    links: 'Links von Gästen dürfen kopiert werden',
    perHour: 'Einladungen je Person und Stunde',
    noLimit: 'Keine Grenze',
    allowed: 'Erlaubte Domains',
    blocked: 'Gesperrte Domains',
  },
};
