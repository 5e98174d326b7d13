import { expect, test } from '@jest/globals';
import { aPlace } from '../../shared/state/testing/a-place.ts';
import { keepSelection, keptSelection } from './kept-selection.ts';
import { added, nothingSelected } from './selection.ts';

const selection = added(nothingSelected('a domain'), [
  { id: 'one', byteSize: 1, kind: 'image', thumbnailUrl: null },
  { id: 'two', byteSize: 2, kind: 'video', thumbnailUrl: null },
]);

test('when a page is loaded again, then what was selected is, in its order', () => {
  const place = aPlace();
  keepSelection(selection, () => place);
  expect(keptSelection(() => place)).toEqual(selection);
});

test('when nothing is selected any more, then nothing is kept', () => {
  const place = aPlace();
  keepSelection(selection, () => place);
  keepSelection(nothingSelected('a domain'), () => place);
  expect(place.held.size).toBe(0);
  expect(keptSelection(() => place)).toEqual(nothingSelected(''));
});

test('when the browser keeps nothing, then nothing is selected', () => {
  const refusing = () => {
    throw new DOMException('No storage here.', 'SecurityError');
  };
  expect(() => keepSelection(selection, refusing)).not.toThrow();
  expect(keptSelection(refusing)).toEqual(nothingSelected(''));
});
