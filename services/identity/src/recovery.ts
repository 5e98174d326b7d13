import { UserRecoveryRequestedV1 } from '@vitrine/contracts';
import type { MailLanguage } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { NewEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { User } from './user.ts';

/** What a person sets a new password by who forgot the present one. */
export interface Recovery {
  id: string;
  userId: string;
  requestedAt: Date;
  /** Null until its mail goes out. */
  secretHash: string | null;
  endsAt: Date;
}

const HOUR_MS = 60 * 60 * 1_000;
/** So that nobody's mailbox is filled by a form. Those who ask in somebody's name keep that one from nothing. */
const RECOVERIES_PER_HOUR_MAX = 3;

/**
 * A recovery with the event that has its mail sent; null where there is to be none: the user is disabled, comes in by a
 * provider, which alone says whether that goes on, or was written to often enough within the hour.
 */
export const openRecovery = (given: {
  id: string;
  user: User;
  isKnownToProvider: boolean;
  withinTheHour: number;
  language: MailLanguage;
  now: Date;
}): { recovery: Recovery; events: NewEvent[] } | null => {
  const { id, user, isKnownToProvider, withinTheHour, language, now } = given;
  if (user.disabledAt !== null || isKnownToProvider || withinTheHour >= RECOVERIES_PER_HOUR_MAX) return null;
  const { id: userId, accountId, email, name } = user;
  const recovery = { id, userId, requestedAt: now, secretHash: null, endsAt: hourAfter(now) };
  const data = { recoveryId: id, userId, accountId, email, name, language };
  return { recovery, events: [newEvent(UserRecoveryRequestedV1, { subject: userId, data })] };
};

export const hourBefore = (now: Date): Date => new Date(now.getTime() - HOUR_MS);
export const hourAfter = (now: Date): Date => new Date(now.getTime() + HOUR_MS);
