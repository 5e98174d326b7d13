import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { returnPath } from './return-path.ts';

const portal = new URL('https://assets.example.com');

test('when a path of the portal is named, then it is gone to', () => {
  expect(returnPath('/assets?q=a%20b#c', portal)).toBe('/assets?q=a%20b#c');
});

test.each([
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  '/\t/evil.test',
  'evil',
  '/sign-in?next=/x',
  undefined,
  7,
])('when %j is named, then the portal is', (next) => {
  expect(returnPath(next, portal)).toBe('/');
});

test('when anything is named, then nothing but a path of the portal comes of it', () => {
  fc.assert(
    fc.property(
      fc.string().map((text) => `/${text}`),
      (next) => {
        const url = new URL(returnPath(next, portal), portal);
        expect(url.origin).toBe(portal.origin);
      },
    ),
  );
});
