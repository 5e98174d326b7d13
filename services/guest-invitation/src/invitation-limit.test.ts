import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WINDOW_SECONDS, secondsUntilRoom } from './invitation-limit.ts';

test.each([
  [[], 10, 10, null],
  [[], 11, 10, 3_600],
  [[{ count: 9, ageSeconds: 5 }], 1, 10, null],
  [[{ count: 9, ageSeconds: 5 }], 2, 10, 3_595],
  [[{ count: 9, ageSeconds: 3_600 }], 10, 10, null],
  [
    [
      { count: 4, ageSeconds: 100 },
      { count: 4, ageSeconds: 3_000.5 },
      { count: 2, ageSeconds: 2_000 },
    ],
    6,
    10,
    1_600,
  ],
])('when %j were sent and %i more are to be, of %i in an hour, then the wait is %s', (...given) => {
  const [counted, wanted, most, seconds] = given;
  expect(secondsUntilRoom(counted, wanted, most)).toBe(seconds);
});

test('whatever was sent, after the wait there is room, and a second before there was none', () => {
  const counted = fc.array(fc.record({ count: fc.integer({ min: 1, max: 20 }), ageSeconds: fc.nat(4_000) }));
  fc.assert(
    fc.property(
      counted,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 30, max: 60 }),
      (sent, wanted, most) => {
        const later = (seconds: number) =>
          sent.map((each) => ({ ...each, ageSeconds: each.ageSeconds + seconds }));
        const wait = secondsUntilRoom(sent, wanted, most);
        if (wait === null) return;
        expect(wait).toBeLessThanOrEqual(WINDOW_SECONDS);
        expect(secondsUntilRoom(later(wait), wanted, most)).toBeNull();
        expect(secondsUntilRoom(later(wait - 1), wanted, most)).not.toBeNull();
      },
    ),
  );
});
