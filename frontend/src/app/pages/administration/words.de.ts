import type { words } from './words.ts';

export const german: typeof words = {
  accountOf: (name) => `Wer zu ${name} gehört und was das Konto kann`,
  parts: 'Teile der Verwaltung',
  tabs: {
    users: 'Personen',
    domains: 'Bereiche',
    features: 'Funktionen',
    policy: 'Richtlinie',
    audit: 'Protokoll',
  },
  notAllowedTitle: 'Das ist der Verwaltung vorbehalten',
  notAllowedWords: 'Wer Ihr Konto verwaltet, kann Ihnen diese Rolle geben.',
};
