import { inFigures, plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  selectVisible: 'Sichtbare auswählen',
  selected: (count) => `${inFigures(count)} ausgewählt`,
  noneSelected: 'Nichts ausgewählt',
  clear: 'Auswahl aufheben',
  selectAll: (total) => plural(total, { one: 'Das einzige auswählen', other: 'Alle # auswählen' }),
  selecting: (count, total) => `${inFigures(count)} von ${inFigures(total)} ausgewählt`,
  stop: 'Anhalten',
};
