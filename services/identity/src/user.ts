import { UserCreatedV1, UserDisabledV1, UserUpdatedV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { NewEvent } from '@vitrine/platform/outbox/new-event.ts';
import * as z from 'zod';
import { plainName } from './plain-text.ts';

/** A person with a place in one account. */
export interface User {
  id: string;
  accountId: string;
  /** Unique over all accounts, whatever the case of its letters. */
  email: string;
  name: string;
  passwordHash: string;
  isAdministrator: boolean;
  disabledAt: Date | null;
  version: number;
  createdAt: Date;
  domainIds: string[];
}

interface Changed {
  user: User;
  events: NewEvent[];
}

export const UserName = plainName(100);
export const UserEmail = z.string().trim().pipe(z.email().max(254));

export const openUser = (
  given: Pick<User, 'id' | 'accountId' | 'email' | 'name' | 'passwordHash' | 'isAdministrator'> & {
    now: Date;
  },
): Changed => {
  const { now, ...facts } = given;
  const user = { ...facts, disabledAt: null, version: 1, createdAt: now, domainIds: [] };
  return { user, events: [newEvent(UserCreatedV1, { subject: user.id, data: dataOf(user) })] };
};

/** Ends the person's access; nothing happens where it has ended already. */
export const disabled = (before: User, now: Date): Changed => {
  if (before.disabledAt) return unchanged(before);
  const user = { ...before, disabledAt: now, version: before.version + 1 };
  const data = { userId: user.id, accountId: user.accountId, version: user.version };
  return { user, events: [newEvent(UserDisabledV1, { subject: user.id, data })] };
};

export const enabled = (before: User): Changed =>
  before.disabledAt ? updated(before, { disabledAt: null }) : unchanged(before);

export const joined = (before: User, domainId: string): Changed =>
  before.domainIds.includes(domainId)
    ? unchanged(before)
    : updated(before, { domainIds: [...before.domainIds, domainId] });

export const left = (before: User, domainId: string): Changed =>
  before.domainIds.includes(domainId)
    ? updated(before, { domainIds: before.domainIds.filter((id) => id !== domainId) })
    : unchanged(before);

const unchanged = (user: User): Changed => ({ user, events: [] });

const updated = (before: User, change: Partial<User>): Changed => {
  const user = { ...before, ...change, version: before.version + 1 };
  return { user, events: [newEvent(UserUpdatedV1, { subject: user.id, data: dataOf(user) })] };
};

const dataOf = ({ id, accountId, version, email, name, isAdministrator, domainIds }: User) => ({
  userId: id,
  accountId,
  version,
  email,
  name,
  isAdministrator,
  domainIds,
});
