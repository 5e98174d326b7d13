import * as z from 'zod';
import { MailLanguage } from './mail-language.ts';
import { DOWNLOADS_PER_GUEST_MAX } from './limits.ts';
import { titleOf } from './title.ts';

/** The durations that a share link can have, in days of 24 hours (product.md, section 1 and rule 4). */
export const DURATIONS_DAYS = [1, 2, 3, 5, 7, 14, 28] as const;
export const DurationDays = z.union(DURATIONS_DAYS.map((days) => z.literal(days)));
export type DurationDays = (typeof DURATIONS_DAYS)[number];

export const TITLE_LENGTH_MAX = 200;
export const DESCRIPTION_LENGTH_MAX = 2_000;
export const MESSAGE_LENGTH_MAX = 2_000;
/** Guests of one share, expired ones included. */
export const GUESTS_MAX = 500;
/** Assets of one share or one download request. */
export const ASSETS_MAX = 100_000;

export const ShareTitle = titleOf(TITLE_LENGTH_MAX);
export const ShareDescription = z.string().trim().max(DESCRIPTION_LENGTH_MAX);
export const InvitationMessage = z.string().trim().max(MESSAGE_LENGTH_MAX);

/** Left out, the inviter's own: as that person last used the page. A guest who has read here gets what they read in. */
export const InvitationLanguage = MailLanguage.optional().describe(
  'What the mail is written in, unless the guest is known to read another language. Left out: as the page was last used by whoever invites.',
);

export const DownloadsMax = z.int().min(1).max(DOWNLOADS_PER_GUEST_MAX);

/** An internal guest by id, or an external one by address. The address is checked by the rule of guest-invitation. */
export const GuestReference = z.union([
  z.strictObject({ userId: z.uuid() }),
  z.strictObject({ email: z.string().max(320) }),
]);
export type GuestReference = z.infer<typeof GuestReference>;

/** A share as its owner or an internal guest sees it. */
export const ShareView = z.object({
  id: z.uuid(),
  /** Counts the changes of the share itself: its words, its switch, its options, which assets it holds. */
  version: z.int(),
  title: z.string(),
  description: z.string(),
  enabled: z.boolean(),
  owner: z.object({ id: z.uuid(), name: z.string() }),
  /** What the caller is to the share. */
  role: z.enum(['owner', 'administrator', 'guest']),
  assetCount: z.int().nonnegative(),
  /** Up to four pictures for the cover; what cannot be seen by the caller is not among them. */
  coverUrls: z.array(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** For a guest: until when the invitation lives. Null for who owns it. */
  expiresAt: z.iso.datetime().nullable(),
  /** Whether external guests type a code from a mail before their link opens it; null for a guest. */
  codeRequired: z.boolean().nullable(),
  /** How many downloads each guest may begin; null for as many as they like. */
  downloadsMax: DownloadsMax.nullable(),
  /** For a guest: how many of them are left; null where there is no limit, and for who owns it. */
  downloadsLeft: z.int().nonnegative().nullable(),
});
export type ShareView = z.infer<typeof ShareView>;

/** A share in a list. */
export const ListedShare = ShareView.extend({
  /** How many guests have a link that works, for who owns it; null for a guest, and while nobody can tell. */
  guestCount: z.int().nonnegative().nullable(),
});
export type ListedShare = z.infer<typeof ListedShare>;
