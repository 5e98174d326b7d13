import { expect, test } from '@jest/globals';
import { parseShareView } from './share-view.ts';

test('when an address names a tab, then it is shown; when it names none that there is, then the assets are', () => {
  expect(parseShareView({ tab: 'guests' })).toEqual({ tab: 'guests' });
  expect(parseShareView({ tab: 'assets' })).toEqual({});
  expect(parseShareView({ tab: 'settings' })).toEqual({});
});

test('when an address names an asset, then its preview is open; when the name is empty, then none is', () => {
  expect(parseShareView({ preview: 'a1' })).toEqual({ preview: 'a1' });
  expect(parseShareView({ preview: '' })).toEqual({});
});
