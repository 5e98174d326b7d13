import { inFigures, plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  pageTitle: (page) => `${page} – Vitrine`,
  signIn: 'Anmelden',
  forgot: 'Passwort vergessen?',
  assets: 'Assets',
  invitation: 'Einladung',
  notShownAnyMore: (fileName) => `${fileName} wird nicht mehr gezeigt`,
  deletedMeanwhile: (count) =>
    plural(count, {
      one: '# ausgewähltes Asset wurde inzwischen gelöscht. Es ist nicht mehr ausgewählt: Versuchen Sie es mit dem Rest noch einmal.',
      other:
        '# ausgewählte Assets wurden inzwischen gelöscht. Sie sind nicht mehr ausgewählt: Versuchen Sie es mit dem Rest noch einmal.',
    }),
  edit: 'Bearbeiten',
  editAtMost: (count) => `Höchstens ${inFigures(count)} Assets lassen sich auf einmal bearbeiten`,
  toolbar: 'Auswahl und Ansicht',
};
