import type { words } from './words.ts';

export const german: typeof words = {
  pageTitle: (page) => `${page} – Vitrine`,
  signIn: 'Anmelden',
  assets: 'Assets',
  invitation: 'Einladung',
  toolbar: 'Auswahl und Ansicht',
};
