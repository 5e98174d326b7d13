import { expect, test } from '@jest/globals';
import { GivenInstant } from './instant.ts';

test.each(['0001-01-01T00:00:00Z', '2030-01-01T00:00:00+02:00', '9999-12-31T23:59:59.999Z'])(
  'when the instant is %s, then it is taken',
  (text) => {
    expect(GivenInstant.parse(text)).toBe(text);
  },
);

test.each([
  '0000-12-31T23:59:59Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '2030-01-01',
  '',
])('when the instant is %j, then it is refused with a sentence', (text) => {
  expect(GivenInstant.safeParse(text).error?.issues).toMatchObject([
    { message: expect.stringMatching(/.+/) },
  ]);
});
