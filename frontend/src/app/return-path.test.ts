import { expect, test } from '@jest/globals';
import { parseSignInView, safeReturnPath } from './return-path.ts';

test('when the path is one of the portal, then it is kept', () => {
  expect(safeReturnPath('/shares?scope=owned')).toBe('/shares?scope=owned');
});

test('when it leads to another site or back to signing in, then it is the assets page', () => {
  for (const next of [undefined, 'https://evil.test', '//evil.test', '/\\evil.test', '/sign-in?next=/x']) {
    expect(safeReturnPath(next)).toBe('/');
  }
});

test('when a session ended, then the address says so; nothing else that it says is heard', () => {
  expect(parseSignInView({ next: '/shares', ended: 'yes' })).toEqual({ next: '/shares', ended: 'yes' });
  expect(parseSignInView({ next: 7, ended: 'no' })).toEqual({});
});
