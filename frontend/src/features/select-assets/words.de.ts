import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

const count = (many: number) => plural(many, { other: '#' });

export const german: typeof words = {
  selectVisible: 'Sichtbare auswählen',
  selected: (many) => `${count(many)} gewählt`,
  noneSelected: 'Nichts gewählt',
  clear: 'Auswahl aufheben',
  selectAll: (total) => plural(total, { one: 'Das einzige auswählen', other: 'Alle # auswählen' }),
  selecting: (many, total) => `${count(many)} von ${count(total)} gewählt`,
  stop: 'Anhalten',
};
