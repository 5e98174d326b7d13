import { formatDay, formatInstant } from '../../shared/format/format-date.ts';
import { mailReason } from '../../shared/guests/mail-reason.ts';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

const SOON_MS = 24 * 60 * 60 * 1000;

/** Until when the link works, or when it ended, in the reader's own zone. */
export function endOf({ state, expiresAt }: Guest): string {
  return state === 'expired'
    ? words.expired(formatInstant(expiresAt))
    : words.until(formatInstant(expiresAt));
}

export function endsSoon({ state, expiresAt }: Guest, now: Date): boolean {
  return state === 'active' && Date.parse(expiresAt) - now.getTime() < SOON_MS;
}

/** What became of the mail. */
export function mailOf({ mail, mailError }: Guest): string {
  return mail === 'failed' && mailError !== null
    ? words.mailFailed(mailReason(mailError))
    : words.mails[mail];
}

/** That the guest asked for a new link, where none was given since. */
export function requestOf({ askedAt }: Guest): string | null {
  return askedAt === null ? null : words.asked(formatDay(askedAt));
}

/** Whether the guest has a link that reached nobody. */
export function isUndelivered({ mail, state }: Guest): boolean {
  return mail === 'failed' && state === 'active';
}

/** What the guest has done with the link. */
export function deedsOf({ openedAt, downloads, downloadsBegun }: Guest, downloadsMax: number | null): string {
  if (openedAt === null && downloads === 0) return words.notOpened;
  const opened = openedAt === null ? null : words.opened(formatDay(openedAt));
  const taken = downloads === 0 ? null : words.downloads(downloads);
  const counted = downloadsMax === null ? taken : words.downloadsOf(downloadsBegun, downloadsMax);
  return [opened, counted].filter(Boolean).join(' · ');
}

export function nameOf({ name, email }: Guest): string {
  return name ?? email;
}
