import { expect, test } from '@jest/globals';
import { afterClaim } from './claimed-domains.ts';

test('when a provider names domains, then those begin and those that it named before end', () => {
  expect(afterClaim({ domainIds: ['a', 'b'], claimed: ['b'] }, ['c', 'c'])).toEqual({
    domainIds: ['a', 'c'],
    claimed: ['c'],
  });
});

test('when a provider names what an administrator gave, then it stays the administrator’s', () => {
  const after = afterClaim({ domainIds: ['a'], claimed: [] }, ['a']);
  expect(after).toEqual({ domainIds: ['a'], claimed: [] });
  expect(afterClaim(after, []).domainIds).toEqual(['a']);
});

test('when an administrator took away what a provider gave, then the next sign-in gives it again', () => {
  expect(afterClaim({ domainIds: [], claimed: ['b'] }, ['b'])).toEqual({ domainIds: ['b'], claimed: ['b'] });
});
