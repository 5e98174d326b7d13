import { expect, test } from '@jest/globals';
import { UserCreatedV1, UserDisabledV1, UserUpdatedV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import fc from 'fast-check';
import {
  UserEmail,
  UserName,
  changed,
  disabled,
  enabled,
  joined,
  left,
  losesTheRole,
  openUser,
  renamed,
  speaking,
  withPassword,
  withRole,
  withoutSessions,
} from './user.ts';
import type { User } from './user.ts';

const id = '0198f0a0-0000-7000-8000-000000000001';
const accountId = '0198f0a0-0000-7000-8000-000000000002';
const brand = '0198f0a0-0000-7000-8000-000000000003';
const now = new Date('2026-03-01T10:00:00Z');
const person = { email: 'mia@acme.test', name: 'Mia', isAdministrator: false };
const opened = () => openUser({ ...person, id, accountId, passwordHash: 'hash', now });
const dataOf = (version: number, domainIds: string[] = []) => ({
  ...person,
  userId: id,
  accountId,
  version,
  domainIds,
  language: null,
});

test('when a user is opened, then that is told, without the hash of the password', () => {
  const { events } = opened();
  expect(events).toEqual([newEvent(UserCreatedV1, { subject: id, data: dataOf(1) })]);
  expect(JSON.stringify(events)).not.toContain('hash');
});

test('when a user joins and leaves a domain, then each is told with the next version', () => {
  const member = joined(opened().user, brand);
  expect(member.events).toEqual([newEvent(UserUpdatedV1, { subject: id, data: dataOf(2, [brand]) })]);
  expect(left(member.user, brand).events).toEqual([
    newEvent(UserUpdatedV1, { subject: id, data: dataOf(3) }),
  ]);
});

test('when a user is disabled and enabled again, then both are told', () => {
  const without = disabled(opened().user, now);
  expect(without.user.disabledAt).toBe(now);
  expect(without.events).toEqual([
    newEvent(UserDisabledV1, { subject: id, data: { userId: id, accountId, version: 2 } }),
  ]);
  const again = enabled(without.user);
  expect(again.user.disabledAt).toBeNull();
  expect(again.events).toEqual([newEvent(UserUpdatedV1, { subject: id, data: dataOf(3) })]);
});

test('when a password is set or sessions are ended, then the next epoch begins, and one session goes on at most', () => {
  const { user } = opened();
  expect(user).toMatchObject({ sessionEpoch: 1, keptSessionId: null });
  const own = withPassword(user, 'another hash', { keptSessionId: 'session' });
  expect(own.user).toMatchObject({ sessionEpoch: 2, keptSessionId: 'session', passwordHash: 'another hash' });
  expect(JSON.stringify(own.events)).not.toMatch(/hash|"session"/);
  expect(withoutSessions(own.user, null).user).toMatchObject({ sessionEpoch: 3, keptSessionId: null });
  expect(withoutSessions(own.user, 'here').user).toMatchObject({ sessionEpoch: 3, keptSessionId: 'here' });
  expect(disabled(own.user, now).user).toMatchObject({ sessionEpoch: 3, keptSessionId: null });
});

test('when several things are changed at once, then each is told, and whether the role is lost is known', () => {
  const administrator = withRole(opened().user, true).user;
  const { user, events } = changed(administrator, { name: 'Mia Berg', isEnabled: false }, now);
  expect(user).toMatchObject({ name: 'Mia Berg', isAdministrator: true, disabledAt: now });
  expect(events.map(({ type }) => type)).toEqual(['user.updated.v1', 'user.disabled.v1']);
  expect(losesTheRole(administrator, user)).toBe(true);
  expect(losesTheRole(administrator, withRole(administrator, false).user)).toBe(true);
  expect(losesTheRole(administrator, renamed(administrator, 'Ada').user)).toBe(false);
  expect(losesTheRole(user, withRole(user, false).user)).toBe(false);
  expect(changed(administrator, {}, now)).toEqual({ user: administrator, events: [] });
});

test('whatever is done to a user twice, then the second time changes and tells nothing', () => {
  const changes: ((user: User) => { user: User; events: unknown[] })[] = [
    (user) => joined(user, brand),
    (user) => left(user, brand),
    (user) => disabled(user, now),
    enabled,
    (user) => renamed(user, 'Mia Berg'),
    (user) => withRole(user, true),
    (user) => changed(user, { name: 'Mia', isAdministrator: false }, now),
    (user) => speaking(user, 'de'),
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...changes)), fc.constantFrom(...changes), (before, change) => {
      const user = before.reduce((at, step) => step(at).user, opened().user);
      const once = change(user).user;
      expect(change(once)).toEqual({ user: once, events: [] });
      expect(once.version).toBeLessThanOrEqual(user.version + 2);
    }),
  );
});

test('when a name or an address is none, then it is refused; spaces around it are not part of it', () => {
  expect(UserEmail.parse(' mia@acme.test ')).toBe('mia@acme.test');
  for (const email of ['', 'mia', 'mia@', 'Mia <mia@acme.test>', 'mia@acme.test\n, a@b.test'])
    expect(UserEmail.safeParse(email).success).toBe(false);
  expect(UserName.parse(' Mia ')).toBe('Mia');
  for (const name of ['', '  ', 'a\0b', 'x'.repeat(101)])
    expect(UserName.safeParse(name).success).toBe(false);
});
