import { expect, test } from '@jest/globals';
import { type ExpectedShare, type SeenShare, after, afterOne, certainly, differences } from './ledger.ts';

const expected: ExpectedShare = {
  id: 's1',
  exists: certainly(true),
  title: certainly('Spring'),
  enabled: certainly(true),
  guests: afterOne(new Map(), ['a@x.example'], true, 'acknowledged'),
  assets: afterOne(new Map(), ['p1', 'p2'], true, 'acknowledged'),
};
const seen: SeenShare = {
  id: 's1',
  title: 'Spring',
  enabled: true,
  guests: ['a@x.example'],
  assets: ['p1', 'p2'],
};
const none = new Set<string>();

test('when all is as it was acknowledged, then there is no difference', () => {
  expect(differences([expected], [seen], none)).toEqual([]);
});

test('when something acknowledged is not so, then each is a difference', () => {
  const other = { ...seen, title: 'Autumn', enabled: false, guests: [], assets: ['p1'] };
  expect(differences([expected], [other], none)).toHaveLength(4);
  expect(differences([expected], [], none)).toHaveLength(1);
});

test('when something is there that nobody asked for, or twice, then it is a difference', () => {
  const more = { ...seen, guests: ['a@x.example', 'b@x.example'], assets: ['p1', 'p2', 'p2'] };
  expect(differences([expected], [more], none)).toEqual([
    'share s1: guest b@x.example was never asked for',
    'share s1: the same asset is there twice',
  ]);
  expect(differences([], [seen], none)).toHaveLength(1);
});

test('when an answer was lost, then both are possible, and stay so after a later answer', () => {
  const lost = after(certainly('old'), 'new', 'unknown');
  expect([...lost.values]).toEqual(['old', 'new']);
  expect([...after(lost, 'newest', 'acknowledged').values]).toEqual(['old', 'new', 'newest']);
  expect([...after(certainly('old'), 'new', 'acknowledged').values]).toEqual(['new']);
  expect([...after(certainly('old'), 'new', 'refused').values]).toEqual(['old']);
});

test('when the creation of a share was never answered, then it may be there once, and not twice', () => {
  const unanswered = new Set(['Spring']);
  expect(differences([], [seen], unanswered)).toEqual([]);
  expect(differences([], [], unanswered)).toEqual([]);
  expect(differences([], [seen, { ...seen, id: 's2' }], unanswered)).toHaveLength(1);
});
