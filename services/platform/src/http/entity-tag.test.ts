import { expect, test } from '@jest/globals';
import { demandMatch } from './entity-tag.ts';

test.each([undefined, '*', '"7"', '"6", "7"'])(
  'when If-Match is %s, then version 7 may be changed',
  (ifMatch) => {
    expect(() => demandMatch(ifMatch, 7)).not.toThrow();
  },
);

test.each(['"6"', 'W/"7"', '7', '', '"77"'])('when If-Match is %j, then version 7 stays', (ifMatch) => {
  expect(() => demandMatch(ifMatch, 7)).toThrow(expect.objectContaining({ code: 'precondition-failed' }));
});
