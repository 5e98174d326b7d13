import { plural } from '../words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  checking: 'Es wird geprüft, was geteilt werden kann …',
  purposes: {
    create: {
      nothing: 'Nichts aus Ihrer Auswahl kann geteilt werden. Wählen Sie andere Assets.',
      included: (count) =>
        plural(count, { one: '# Asset wird aufgenommen', other: '# Assets werden aufgenommen' }),
      excludedTitle: (count) =>
        plural(count, { one: '# Asset wird nicht aufgenommen', other: '# Assets werden nicht aufgenommen' }),
      excludedList: 'Kann nicht geteilt werden',
    },
    add: {
      nothing: 'Nichts aus Ihrer Auswahl kann zu dieser Freigabe hinzugefügt werden.',
      included: (count) =>
        plural(count, { one: '# Asset wird hinzugefügt', other: '# Assets werden hinzugefügt' }),
      excludedTitle: (count) =>
        plural(count, { one: '# Asset wird nicht hinzugefügt', other: '# Assets werden nicht hinzugefügt' }),
      excludedList: 'Wird nicht hinzugefügt',
    },
  },
  title: 'Titel',
  description: 'Beschreibung',
  descriptionHint: 'Wenn Sie möchten: was Gäste über diese Assets wissen sollten',
  titleMissing: 'Geben Sie der Freigabe einen Titel',
  titleTooLong: (count) => plural(count, { other: '# Zeichen zu viel' }),
  charactersLeft: (count) => plural(count, { other: 'noch # Zeichen' }),
};
