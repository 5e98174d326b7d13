import { expect, test } from '@jest/globals';
import { anAsset } from '../../shared/assets/an-asset.ts';
import { type EditDraft, changesOf, isDayMissing, isNothingChanged, nothingEdited } from './edit-draft.ts';

const asset = anAsset({ title: 'Dunes' });
const changes = (draft: Partial<EditDraft>, of = asset) => changesOf({ ...nothingEdited, ...draft }, of);
const titled = (title: string) => ({ titles: new Map([[asset.id, title]]) });

test('when nothing is typed or chosen, then nothing changes', () => {
  expect(changes({})).toEqual({});
});

test.each([
  ['Dunes at dawn', { title: 'Dunes at dawn' }],
  ['  Dunes at dawn ', { title: 'Dunes at dawn' }],
  ['Dunes', {}],
  ['   ', {}],
])('when %j is typed for its title, then it changes by %j', (title, expected) => {
  expect(changes(titled(title))).toEqual(expected);
});

test('when the title of another one is typed, then this one keeps its own', () => {
  expect(changes({ titles: new Map([['another', 'Other']]) })).toEqual({});
});

test('when all get the same rights, then only those change that had others', () => {
  const draft = { shareable: 'no', availability: 'unavailable', expiry: 'never' } as const;
  expect(changes(draft)).toEqual({ shareable: false, availability: 'unavailable' });
  const like = anAsset({
    shareable: false,
    availability: 'unavailable',
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
  expect(changes(draft, like)).toEqual({ expiresAt: null });
});

test('when all are as the draft wants them, then there is nothing to save; a day to be chosen is a change', () => {
  const isNothing = (draft: Partial<EditDraft>) => isNothingChanged({ ...nothingEdited, ...draft }, [asset]);
  expect(isNothing({})).toBe(true);
  expect(isNothing({ availability: 'available', ...titled(' Dunes ') })).toBe(true);
  expect(isNothing({ availability: 'unavailable' })).toBe(false);
  expect(isNothing({ expiry: 'on' })).toBe(false);
});

test('when a last day is given, then it ends with that day where the reader is', () => {
  const { expiresAt } = changes({ expiry: 'on', lastDay: '2026-12-31' });
  expect(new Date(String(expiresAt))).toEqual(new Date(2027, 0, 1));
  expect(changes({ expiry: 'on', lastDay: '2026-12-31' }, anAsset({ expiresAt: String(expiresAt) }))).toEqual(
    {},
  );
});

test.each([
  ['', true],
  ['soon', true],
  ['2026-11-23', true],
  ['2026-11-24', false],
  ['2027-01-01', false],
])('when the last day is %j, then one is missing: %s', (lastDay, isMissing) => {
  const now = new Date(2026, 10, 24, 12);
  expect(isDayMissing({ ...nothingEdited, expiry: 'on', lastDay }, now)).toBe(isMissing);
  expect(isDayMissing({ ...nothingEdited, lastDay }, now)).toBe(false);
});
