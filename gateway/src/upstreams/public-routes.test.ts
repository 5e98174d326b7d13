import { expect, test } from '@jest/globals';
import { BYTE_ROUTES, publicContract } from '@vitrine/contracts';
import { publicRoutes } from './public-routes.ts';

test('every route of the contract and every route of bytes is there once, and nothing that is internal', () => {
  const addresses = publicRoutes().map(({ method, path }) => `${method} ${path}`);
  const contracted = Object.values(publicContract).flatMap((group) => Object.keys(group));
  expect(new Set(addresses).size).toBe(contracted.length + Object.keys(BYTE_ROUTES).length);
  expect(addresses).toContain('delete /api/v1/shares/:id/guests/:guestId');
  expect(addresses.filter((address) => !/^\w+ \/(api\/v1|d)\//.test(address))).toEqual([]);
});
