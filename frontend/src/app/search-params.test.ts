import { expect, test } from '@jest/globals';
import { parseAddress, writeAddress } from './search-params.ts';

test('when a view is written into the address, then it is read back as it was', () => {
  const view = { q: 'dunes & dusk 2024', sort: 'name' };
  expect(parseAddress(writeAddress(view))).toEqual(view);
});

test('when a part of the view is not set, then the address does not mention it', () => {
  expect(writeAddress({ q: '', kind: undefined })).toBe('');
});
