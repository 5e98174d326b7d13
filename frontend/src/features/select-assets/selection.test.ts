import { expect, test } from '@jest/globals';
import { anAsset } from '../../shared/assets/an-asset.ts';
import {
  added,
  byteSizeOf,
  coverOf,
  extendedTo,
  framed,
  nothingSelected,
  removed,
  toggled,
  within,
} from './selection.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => anAsset({ id, byteSize: 10 })) as [
  ReturnType<typeof anAsset>,
  ReturnType<typeof anAsset>,
  ReturnType<typeof anAsset>,
  ReturnType<typeof anAsset>,
];
const listed = [a, b, c, d];
const none = nothingSelected('brand');
const idsOf = ({ chosen }: typeof none) => [...chosen.keys()].sort().join('');

test('when an asset is toggled twice, then it is not selected', () => {
  expect(idsOf(toggled(toggled(none, a), a))).toBe('');
});

test('when a range is drawn upwards, then all between are selected and the anchor stays', () => {
  const ranged = extendedTo(toggled(none, c), a, listed);
  expect(idsOf(ranged)).toBe('abc');
  expect(idsOf(extendedTo(ranged, d, listed))).toBe('abcd');
  expect(ranged.anchorId).toBe('c');
});

test('when the anchor is not listed any more, then a range is only the asset itself', () => {
  expect(idsOf(extendedTo(toggled(none, a), c, [b, c, d]))).toBe('ac');
});

test('when another page is added, then what was selected before stays', () => {
  const selection = added(toggled(none, a), [c, d]);
  expect(idsOf(selection)).toBe('acd');
  expect(byteSizeOf(selection)).toBe(30);
});

test('when all listed are removed, then what is selected elsewhere stays', () => {
  expect(idsOf(removed(added(none, listed), [a, b]))).toBe('cd');
});

test('when some, all or none of the listed are selected, then the box shows it', () => {
  expect(coverOf(none, listed)).toBe('none');
  expect(coverOf(toggled(none, b), listed)).toBe('some');
  expect(coverOf(added(none, listed), [a, b])).toBe('all');
});

test('when nothing is listed, then nothing of it is selected', () => {
  expect(coverOf(toggled(none, a), [])).toBe('none');
});

test('when a frame grows and shrinks, then only what was selected before it stays', () => {
  const begun = framed(toggled(none, a), [], true);
  expect(idsOf(framed(begun, [b, c], false))).toBe('abc');
  expect(idsOf(framed(framed(begun, [b, c], false), [c], false))).toBe('ac');
  const another = framed(framed(begun, [b], false), [], true);
  expect(idsOf(framed(another, [d], false))).toBe('abd');
});

test('when something selected is not listed any more, then it is not selected until it is listed again', () => {
  const held = added(none, [a, b]);
  expect(idsOf(within(held, [b, c]))).toBe('b');
  expect(within(held, listed)).toBe(held);
});
