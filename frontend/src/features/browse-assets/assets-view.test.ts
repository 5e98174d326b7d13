import { expect, test } from '@jest/globals';
import { hasFilter, parseAssetsView } from './assets-view.ts';

test('when the address holds a view, then it is read', () => {
  expect(
    parseAssetsView({ q: 'dunes', kind: 'image', sort: 'name', layout: 'list', density: 'compact' }),
  ).toEqual({ q: 'dunes', kind: 'image', sort: 'name', layout: 'list', density: 'compact' });
});

test('when the address holds nonsense, then it is left out', () => {
  expect(
    parseAssetsView({ q: '  ', kind: 'spaceship', sort: 3, availability: 'gone', density: 'dense' }),
  ).toEqual({});
});

test('when only order and layout are set, then nothing is filtered', () => {
  expect(hasFilter({ sort: 'name', layout: 'list' })).toBe(false);
  expect(hasFilter({ availability: 'expired' })).toBe(true);
});
