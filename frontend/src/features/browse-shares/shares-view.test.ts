import { expect, test } from '@jest/globals';
import { parseSharesView } from './shares-view.ts';

test('when an address says nothing or nonsense, then the page chooses, and shows all', () => {
  expect(parseSharesView({})).toEqual({});
  expect(parseSharesView({ scope: 'everything', title: '  ' })).toEqual({});
});

test('when an address names my own shares, then they stay asked for, also where there are none', () => {
  expect(parseSharesView({ scope: 'owned' })).toEqual({ scope: 'owned' });
});

test('when an address names what was shared with me and a title, then both are kept', () => {
  expect(parseSharesView({ scope: 'received', title: 'dunes' })).toEqual({
    scope: 'received',
    title: 'dunes',
  });
});

test('when a title in an address is longer than a search may be, then it is cut', () => {
  expect(parseSharesView({ title: 'a'.repeat(300) }).title).toHaveLength(200);
});
