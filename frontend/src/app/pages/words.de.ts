import { inFigures } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  pageTitle: (page) => `${page} – Vitrine`,
  signIn: 'Anmelden',
  forgot: 'Passwort vergessen?',
  assets: 'Assets',
  invitation: 'Einladung',
  notShownAnyMore: (fileName) => `${fileName} wird nicht mehr gezeigt`,
  edit: 'Bearbeiten',
  editAtMost: (count) => `Höchstens ${inFigures(count)} Assets lassen sich auf einmal bearbeiten`,
  toolbar: 'Auswahl und Ansicht',
};
