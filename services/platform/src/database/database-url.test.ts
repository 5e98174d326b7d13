import { expect, test } from '@jest/globals';
import { databaseNameOf, databaseUrl } from './database-url.ts';

test('when a server has user, password and options, then they are kept', () => {
  expect(databaseUrl('postgresql://u:p%40ss@host:6432/postgres?sslmode=require', 'share')).toBe(
    'postgresql://u:p%40ss@host:6432/share?sslmode=require',
  );
});

test('when a server is named without a database, then one is added', () => {
  expect(databaseNameOf(databaseUrl('postgres://host', 'guest-invitation'))).toBe('guest-invitation');
});
