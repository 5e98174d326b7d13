import type { words } from './words.ts';

export const german: typeof words = {
  title: 'Überall abmelden?',
  consequence:
    'Alle Ihre Sitzungen enden sofort, in diesem Browser und in jedem anderen. Ihr Passwort und Ihre Freigaben bleiben, wie sie sind.',
  action: 'Überall abmelden',
};
