import { expect, test } from '@jest/globals';
import { nextOf } from './next-session.ts';

const aSession = (overrides: Partial<Parameters<typeof nextOf>[0]> = {}) => ({
  user: { id: 'mia' },
  account: { id: 'acme' },
  domains: [{ id: 'brand' }, { id: 'press' }],
  currentDomainId: 'brand',
  ...overrides,
});

test('when the same person is signed in, then the page goes on as it is', () => {
  expect(nextOf(aSession(), aSession())).toEqual({ goesOn: true, domainId: null });
});

test('when another domain was looked at, then it is looked at again', () => {
  const before = aSession({ currentDomainId: 'press' });
  expect(nextOf(before, aSession())).toEqual({ goesOn: true, domainId: 'press' });
});

test('when the person has left that domain meanwhile, then it is not', () => {
  const before = aSession({ currentDomainId: 'press' });
  const now = aSession({ domains: [{ id: 'brand' }] });
  expect(nextOf(before, now)).toEqual({ goesOn: true, domainId: null });
});

test.each([
  ['another person', { user: { id: 'noah' } }],
  ['the same id in another account', { account: { id: 'other' } }],
])('when it is %s, then nothing goes on', (_, overrides) => {
  expect(nextOf(aSession(), aSession(overrides))).toEqual({ goesOn: false });
});
