import { expect, test } from '@jest/globals';
import { databaseNameOf, databaseUrl, earlierNameOf } from './database-url.ts';

test('when a server has user, password and options, then they are kept', () => {
  expect(databaseUrl('postgresql://u:p%40ss@host:6432/postgres?sslmode=require', 'share')).toBe(
    'postgresql://u:p%40ss@host:6432/share?sslmode=require',
  );
});

test('when a server is named without a database, then one is added', () => {
  expect(databaseNameOf(databaseUrl('postgres://host', 'guest-invitation'))).toBe('guest-invitation');
});

test('when the name of a service has two words, then its database once had them with a hyphen', () => {
  expect(earlierNameOf('vitrine_guest_invitation')).toBe('vitrine_guest-invitation');
  expect(earlierNameOf('vitrine_share')).toBeNull();
  expect(earlierNameOf('somebody_elses')).toBeNull();
});
