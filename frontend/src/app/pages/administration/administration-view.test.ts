import { expect, test } from '@jest/globals';
import { parseAdministrationView } from './administration-view.ts';

test('when an address says nothing or nonsense, then all users are shown', () => {
  expect(parseAdministrationView({})).toEqual({});
  expect(parseAdministrationView({ tab: 'everything', q: '  ' })).toEqual({});
});

test('when an address names a tab and a search, then both are kept; features and policy are not searched', () => {
  expect(parseAdministrationView({ tab: 'domains', q: 'press' })).toEqual({ tab: 'domains', q: 'press' });
  expect(parseAdministrationView({ q: 'uma' })).toEqual({ q: 'uma' });
  expect(parseAdministrationView({ tab: 'features', q: 'uma' })).toEqual({ tab: 'features' });
  expect(parseAdministrationView({ tab: 'policy', q: 'uma' })).toEqual({ tab: 'policy' });
  expect(parseAdministrationView({ tab: 'audit', q: 'uma' })).toEqual({ tab: 'audit', q: 'uma' });
  expect(parseAdministrationView({ q: 'a'.repeat(300) }).q).toHaveLength(200);
});
