import {
  FIRST_PASSWORD_DAYS,
  type MailLanguage,
  UserCreatedV1,
  UserDisabledV1,
  UserUpdatedV1,
} from '@vitrine/contracts';
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
  /** When a password ends that somebody else set; null for one's own. */
  passwordEndsAt: Date | null;
  /** What the person used the page in last; null until that was told. */
  language: MailLanguage | null;
  isAdministrator: boolean;
  disabledAt: Date | null;
  /** Sessions that were begun under an earlier one are over, but for the one that is kept. */
  sessionEpoch: number;
  keptSessionId: string | null;
  version: number;
  createdAt: Date;
  domainIds: string[];
}

interface Changed {
  user: User;
  events: NewEvent[];
}

/** What can be changed of a user at once; what is left out stays. */
export interface UserChanges {
  name?: string | undefined;
  isAdministrator?: boolean | undefined;
  isEnabled?: boolean | undefined;
}

export const UserName = plainName(100);
export const UserEmail = z.string().trim().pipe(z.email().max(254));

export const openUser = (
  given: Pick<User, 'id' | 'accountId' | 'email' | 'name' | 'passwordHash' | 'isAdministrator'> & {
    domainIds?: string[];
    passwordEndsAt?: Date | null;
    now: Date;
  },
): Changed => {
  const { now, domainIds = [], passwordEndsAt = null, ...facts } = given;
  const sessions = { sessionEpoch: 1, keptSessionId: null };
  const user = {
    ...facts,
    ...sessions,
    passwordEndsAt,
    domainIds,
    language: null,
    disabledAt: null,
    version: 1,
    createdAt: now,
  };
  return { user, events: [newEvent(UserCreatedV1, { subject: user.id, data: dataOf(user) })] };
};

/** Ends the person's access, and the sessions for good; nothing happens where it has ended already. */
export const disabled = (before: User, now: Date): Changed => {
  if (before.disabledAt) return unchanged(before);
  const user = { ...before, ...nextEpoch(before, null), disabledAt: now, version: before.version + 1 };
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

/** A member of exactly these domains. */
export const withDomains = (before: User, domainIds: readonly string[]): Changed => {
  const isSame = domainIds.length === before.domainIds.length;
  return isSame && domainIds.every((id) => before.domainIds.includes(id))
    ? unchanged(before)
    : updated(before, { domainIds: [...domainIds] });
};

export const renamed = (before: User, name: string): Changed =>
  before.name === name ? unchanged(before) : updated(before, { name });

/** What mails to the person are written in. */
export const speaking = (before: User, language: MailLanguage): Changed =>
  before.language === language ? unchanged(before) : updated(before, { language });

export const withRole = (before: User, isAdministrator: boolean): Changed =>
  before.isAdministrator === isAdministrator ? unchanged(before) : updated(before, { isAdministrator });

/** A password that somebody else set is to be replaced within so many days (OWASP ASVS 5.0, 6.4.1). */
const FIRST_PASSWORD_MS = FIRST_PASSWORD_DAYS * 24 * 60 * 60 * 1_000;

export const firstPasswordEndsAt = (now: Date): Date => new Date(now.getTime() + FIRST_PASSWORD_MS);

/** Sets another password; all sessions end but the kept one. */
export const withPassword = (
  before: User,
  passwordHash: string,
  { keptSessionId, endsAt = null }: { keptSessionId: string | null; endsAt?: Date | null },
): Changed => updated(before, { passwordHash, passwordEndsAt: endsAt, ...nextEpoch(before, keptSessionId) });

/** Ends all sessions but the kept one. */
export const withoutSessions = (before: User, keptSessionId: string | null): Changed =>
  updated(before, nextEpoch(before, keptSessionId));

/** Several changes at once; what is not named stays. */
export const changed = (before: User, changes: UserChanges, now: Date): Changed => {
  const { name = before.name, isAdministrator = before.isAdministrator } = changes;
  const { isEnabled = before.disabledAt === null } = changes;
  const steps: ((user: User) => Changed)[] = [
    (user) => renamed(user, name),
    (user) => withRole(user, isAdministrator),
    (user) => (isEnabled ? enabled(user) : disabled(user, now)),
  ];
  return steps.reduce((sofar, step) => {
    const { user, events } = step(sofar.user);
    return { user, events: [...sofar.events, ...events] };
  }, unchanged(before));
};

/** Whether an administrator who could act as one no longer can. */
export const losesTheRole = (before: User, after: User): boolean =>
  canAdminister(before) && !canAdminister(after);

const canAdminister = ({ isAdministrator, disabledAt }: User): boolean =>
  isAdministrator && disabledAt === null;

const nextEpoch = ({ sessionEpoch }: User, keptSessionId: string | null) => ({
  sessionEpoch: sessionEpoch + 1,
  keptSessionId,
});

const unchanged = (user: User): Changed => ({ user, events: [] });

const updated = (before: User, change: Partial<User>): Changed => {
  const user = { ...before, ...change, version: before.version + 1 };
  return { user, events: [newEvent(UserUpdatedV1, { subject: user.id, data: dataOf(user) })] };
};

const dataOf = ({ id, accountId, version, email, name, isAdministrator, domainIds, language }: User) => ({
  userId: id,
  accountId,
  version,
  email,
  name,
  isAdministrator,
  domainIds,
  language,
});
