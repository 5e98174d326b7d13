import { expect, test } from '@jest/globals';
import { aGuest } from './a-guest.ts';
import { areMany, guestsLike, isWorthSearching } from './shown-guests.ts';

const guests = [
  aGuest({ id: '1', email: 'rita@gallery.example' }),
  aGuest({ id: '2', email: 'noah@demo.test', name: 'Noah Okafor' }),
];
const idsLike = (text: string) => guestsLike(guests, text).map(({ id }) => id);

test('when a guest is looked for, then by name or address, whatever the case', () => {
  expect(idsLike(' OKA')).toEqual(['2']);
  expect(idsLike('gallery')).toEqual(['1']);
  expect(idsLike('nobody')).toEqual([]);
});

test('when nothing is looked for, then all are listed', () => {
  expect(idsLike(' ')).toEqual(['1', '2']);
});

test('when they are a handful, then there is nothing to search, and they are read often', () => {
  const twenty = Array.from({ length: 20 }, () => aGuest());
  expect([guests, twenty].map(isWorthSearching)).toEqual([false, true]);
  expect(areMany(twenty)).toBe(false);
});
