import { expect, test } from '@jest/globals';
import { requestOf } from './request-of.ts';

test.each([
  [['GET', '/session'], undefined, 'GET', '/session', undefined],
  [['GET', '/assets'], {}, 'GET', '/assets', undefined],
  [
    ['GET', '/assets'],
    { q: 'a&b=ö', limit: 60, cursor: undefined },
    'GET',
    '/assets?q=a%26b%3D%C3%B6&limit=60',
    undefined,
  ],
  [['GET', '/shares/{id}'], { id: '../a?b' }, 'GET', '/shares/..%2Fa%3Fb', undefined],
  [['GET', '/shares/{id}/assets'], { id: '1', cursor: 'x' }, 'GET', '/shares/1/assets?cursor=x', undefined],
  [
    ['POST', '/shares/{id}/guests/{guestId}/renew'],
    { id: '1', guestId: '2', durationDays: 7 },
    'POST',
    '/shares/1/guests/2/renew',
    '{"durationDays":7}',
  ],
  [['DELETE', '/shares/{id}'], { id: '1' }, 'DELETE', '/shares/1', undefined],
  [
    ['PATCH', '/shares/{id}'],
    { id: '1', title: undefined, downloadsMax: null },
    'PATCH',
    '/shares/1',
    '{"downloadsMax":null}',
  ],
] as const)(
  'when %j is called with %j, then it is %s %s with the body %s',
  (route, input, method, path, body) => {
    expect(requestOf(route, input)).toEqual({ method, path, body });
  },
);
