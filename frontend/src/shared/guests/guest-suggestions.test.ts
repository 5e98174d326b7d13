import { expect, test } from '@jest/globals';
import { suggestionsFor } from './guest-suggestions.ts';

const noah = { id: '2', name: 'Noah Weiss', email: 'noah@demo.test' };
const mia = { id: '1', name: 'Mia Lindqvist', email: 'mia@demo.test' };
const others = { picked: [], ownEmail: mia.email };

test('when a name is typed, then the people found are suggested, but never oneself', () => {
  expect(suggestionsFor('demo', [mia, noah], others)).toEqual([{ email: noah.email, user: noah }]);
});

test('when somebody was picked, then they are not suggested again', () => {
  const picked = [{ email: 'NOAH@demo.test', user: noah }];
  expect(suggestionsFor('noah', [noah], { ...others, picked })).toEqual([]);
  expect(suggestionsFor('noah@demo.test', [noah], { ...others, picked })).toEqual([]);
});

test('when an address is typed, then it is the suggestion, as the colleague whose address it is', () => {
  expect(suggestionsFor('lena@agency.example', [noah], others)).toEqual([
    { email: 'lena@agency.example', user: null },
  ]);
  expect(suggestionsFor('Noah@demo.test', [noah], others)).toEqual([{ email: noah.email, user: noah }]);
});
