import {
  type DurationDays,
  GuestExpiredV1,
  GuestInvitedV1,
  GuestLinkMadeV1,
  GuestLinkRequestedV1,
  GuestOpenedV1,
  GuestRemovedV1,
  GuestRenewedV1,
  GuestResentV1,
  type MailLanguage,
} from '@vitrine/contracts';
import type { NewEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { Guest } from './guest.ts';
import { eventOf } from './invitation-event.ts';

/** A guest's own access to one share: one secret, one duration, one instant at which it ends. */
export interface Invitation {
  id: string;
  shareId: string;
  accountId: string;
  kind: 'internal' | 'external';
  userId: string | null;
  email: string;
  name: string | null;
  version: number;
  /** Grows with each renewal and each sending again, which end the links and sessions before it. */
  secretVersion: number;
  durationDays: number;
  invitedAt: Date;
  expiresAt: Date;
  message: string | null;
  hasShareMessage: boolean;
  invitedById: string;
  invitedByName: string;
  /** What whoever invited chose that its mails are written in, or used the page in; null where that is not known. */
  language: MailLanguage | null;
  openedAt: Date | null;
  /** Whether its present link opened the share without a code: that may be open still. */
  isOpenedByLinkAlone: boolean;
  downloads: number;
  /** Those that were begun, completed or not. */
  downloadsBegun: number;
  isExpiryTold: boolean;
  /** Whether what goes out a day before the end was made. */
  isEndReminded: boolean;
  removedAt: Date | null;
  /** When it was last sent again since it was given its end. */
  resentAt: Date | null;
  /** When the guest asked for a new link, where nothing was given since. */
  linkRequestedAt: Date | null;
  /** Since when nothing names the guest any more. */
  forgottenAt: Date | null;
}

/** Who does it, and how the timeline calls that person. */
export interface Inviter {
  id: string;
  name: string;
}

/** The words that go with an invitation: of its own, or those that the share keeps; and what all is written in. */
export type Words = Pick<Invitation, 'message' | 'hasShareMessage' | 'language'>;

export type Change = { invitation: Invitation; events: NewEvent[] };

const DAY_MS = 24 * 60 * 60 * 1_000;
/** So that nobody's mailbox is filled by a button. */
const RESEND_EVERY_MS = 60_000;

/** N times 24 hours from the instant of inviting: no end of a day, no time zone (product.md, rule 4). */
export const endOf = (invitedAt: Date, durationDays: number): Date =>
  new Date(invitedAt.getTime() + durationDays * DAY_MS);

export const isExpired = ({ expiresAt }: Pick<Invitation, 'expiresAt'>, now: Date): boolean =>
  expiresAt.getTime() <= now.getTime();

/** Invites somebody who is not a guest of the share. The secret is made when the mail goes out. */
export const invite = (terms: {
  id: string;
  share: { shareId: string; accountId: string };
  guest: Guest;
  words: Words;
  durationDays: DurationDays;
  invitedAt: Date;
  by: Inviter;
}): Change => {
  const { id, share, guest, words, durationDays, invitedAt, by } = terms;
  const invitation: Invitation = {
    id,
    shareId: share.shareId,
    accountId: share.accountId,
    ...guest,
    ...words,
    version: 1,
    secretVersion: 1,
    durationDays,
    invitedAt,
    expiresAt: endOf(invitedAt, durationDays),
    invitedById: by.id,
    invitedByName: by.name,
    openedAt: null,
    isOpenedByLinkAlone: false,
    downloads: 0,
    downloadsBegun: 0,
    isExpiryTold: false,
    isEndReminded: false,
    removedAt: null,
    resentAt: null,
    linkRequestedAt: null,
    forgottenAt: null,
  };
  return { invitation, events: [eventOf(GuestInvitedV1, invitation, by)] };
};

/**
 * A new end from now on, and a new secret with the next mail; the old link is dead at once (product.md, rule 7). An
 * address that was external may be a user's by now: who is invited again is the guest as resolved then.
 */
export const renew = (
  before: Invitation,
  terms: { guest?: Guest; durationDays: DurationDays; words: Words; now: Date; by: Inviter },
): Change => {
  const { guest, durationDays, words, now, by } = terms;
  const invitation: Invitation = {
    ...before,
    ...guest,
    ...words,
    language: words.language ?? before.language,
    version: before.version + 1,
    secretVersion: before.secretVersion + 1,
    durationDays,
    invitedAt: now,
    expiresAt: endOf(now, durationDays),
    invitedById: by.id,
    invitedByName: by.name,
    openedAt: null,
    isOpenedByLinkAlone: false,
    isExpiryTold: false,
    isEndReminded: false,
    resentAt: null,
    linkRequestedAt: null,
  };
  return { invitation, events: [eventOf(GuestRenewedV1, invitation, by)] };
};

/** How many seconds must pass before it may be sent again; null where it may be now. */
export const secondsToResend = ({ resentAt }: Pick<Invitation, 'resentAt'>, now: Date): number | null => {
  if (resentAt === null) return null;
  const waitMs = resentAt.getTime() + RESEND_EVERY_MS - now.getTime();
  return waitMs <= 0 ? null : Math.ceil(waitMs / 1_000);
};

/** A new secret with the next mail and the same end; the old link is dead at once, and with it its sessions. */
export const resend = (before: Invitation, now: Date, by: Inviter): Change => {
  const invitation: Invitation = {
    ...before,
    version: before.version + 1,
    secretVersion: before.secretVersion + 1,
    isOpenedByLinkAlone: false,
    resentAt: now,
    linkRequestedAt: null,
  };
  return { invitation, events: [eventOf(GuestResentV1, invitation, by)] };
};

/** The guest stands before a link that opens nothing, and asks. It opens nothing by that. */
export const requestLink = (before: Invitation, now: Date): Change => {
  const invitation = { ...before, version: before.version + 1, linkRequestedAt: now };
  return { invitation, events: [eventOf(GuestLinkRequestedV1, invitation, null)] };
};

/** One more link, for whoever manages the share; what it does not change is when the guest's links end. */
export const makeLink = (before: Invitation, by: Inviter): Change => {
  const invitation = { ...before, version: before.version + 1 };
  return { invitation, events: [eventOf(GuestLinkMadeV1, invitation, by)] };
};

/** Ends an invitation at once; the system does it by itself where `by` is null. */
export const remove = (before: Invitation, now: Date, by: Inviter | null): Change => {
  const invitation = { ...before, version: before.version + 1, removedAt: now };
  return { invitation, events: [eventOf(GuestRemovedV1, invitation, by)] };
};

/** The first opening by a person is told; the others change nothing. */
export const open = (before: Invitation, now: Date): Change => {
  if (before.openedAt !== null) return { invitation: before, events: [] };
  const invitation = { ...before, version: before.version + 1, openedAt: now };
  return { invitation, events: [eventOf(GuestOpenedV1, invitation, null)] };
};

/** Tells what time did by itself. */
export const tellExpiry = (before: Invitation): Change => {
  const invitation = { ...before, version: before.version + 1, isExpiryTold: true };
  return { invitation, events: [eventOf(GuestExpiredV1, invitation, null)] };
};
