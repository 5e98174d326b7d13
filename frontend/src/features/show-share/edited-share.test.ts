import { expect, test } from '@jest/globals';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { changesOf, overlapOf } from './edited-share.ts';

const before = { title: 'Autumn', description: 'Old', codeRequired: false, downloadsMax: null } as Share;

test('when somebody else changed another field, then nothing overlaps and only the own one is sent', () => {
  const now = { ...before, description: 'Theirs' };
  expect(overlapOf({ title: 'Mine' }, before, now)).toEqual([]);
  expect(changesOf({ title: 'Mine', description: 'Theirs' }, now)).toEqual({ title: 'Mine' });
});

test('when both changed a field to something else, then it overlaps; when to the same, then it does not', () => {
  const now = { ...before, title: 'Theirs', downloadsMax: 3 };
  expect(overlapOf({ title: 'Mine', downloadsMax: 3 }, before, now)).toEqual(['title']);
  expect(overlapOf({ title: 'Theirs' }, before, now)).toEqual([]);
});
