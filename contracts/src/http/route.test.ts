import { expect, test } from '@jest/globals';
import { AssetIds, GivenId } from './route.ts';

const id = '0198f0a0-0000-7000-8000-00000000abcd';

test('when an id comes in upper case, then it is the same id', () => {
  expect(GivenId.parse(id.toUpperCase())).toBe(id);
  expect(AssetIds(2).parse([id, id.toUpperCase()])).toEqual([id, id]);
});

test.each(['', 'x', `${id} `, `{${id}}`, id.replaceAll('-', '')])(
  'when an id is %j, then it is none',
  (text) => {
    expect(GivenId.safeParse(text).success).toBe(false);
  },
);
