import { expect, test } from '@jest/globals';
import { safeReturnPath } from './return-path.ts';

test('when the path is one of the portal, then it is kept', () => {
  expect(safeReturnPath('/shares?scope=owned')).toBe('/shares?scope=owned');
});

test('when it leads to another site or back to signing in, then it is the assets page', () => {
  for (const next of [undefined, 'https://evil.test', '//evil.test', '/\\evil.test', '/sign-in?next=/x']) {
    expect(safeReturnPath(next)).toBe('/');
  }
});
