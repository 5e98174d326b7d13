import * as z from 'zod';
import { SharePolicy } from '../model/account-policy.ts';
import {
  DurationDays,
  GUESTS_MAX,
  GuestReference,
  InvitationLanguage,
  InvitationMessage,
} from '../model/share.ts';
import { GivenId, Nothing, PageQuery, errorsOf, pageOf, route } from './route.ts';

/** A guest of a share as its owner sees one. Never the link: only its hash is kept; a new one is made to be shown. */
export const GuestView = z.object({
  id: z.uuid(),
  kind: z.enum(['internal', 'external']),
  userId: z.uuid().nullable(),
  email: z.string(),
  name: z.string().nullable(),
  state: z.enum(['active', 'expired']),
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  mail: z.enum(['queued', 'sent', 'failed']),
  /** Why the mail failed, in the words of the mail server. */
  mailError: z.string().nullable(),
  openedAt: z.iso.datetime().nullable(),
  /** Completed downloads. */
  downloads: z.int(),
  /** Downloads that were begun: these are what a limit counts. */
  downloadsBegun: z.int(),
  /** When the guest asked for a new link, where nothing was given since. */
  askedAt: z.iso.datetime().nullable(),
});
export type GuestView = z.infer<typeof GuestView>;

export const GuestsPage = pageOf(GuestView).extend({
  /** Whether guests who were named with the share are not among them yet, since word of it is still on its way. */
  areBeingInvited: z.boolean(),
});
export type GuestsPage = z.infer<typeof GuestsPage>;

/** A link that opens a share for one guest, in full. */
export const GuestLink = z.object({ url: z.url(), expiresAt: z.iso.datetime() });
export type GuestLink = z.infer<typeof GuestLink>;

/** Why one of the guests that were named was not invited. */
export const REFUSAL_REASONS = [
  'already-active',
  'invalid-address',
  'unknown-user',
  'named-twice',
  'is-owner',
  'external-not-allowed',
  'domain-not-allowed',
] as const;
export const RefusalReason = z.enum(REFUSAL_REASONS);

const GuestsLimit = z.coerce.number<number | string | undefined>().int().min(1).max(GUESTS_MAX);
const share = z.object({ id: GivenId });
const guest = share.extend({ guestId: GivenId });

/** The guests of a share, for its owner or an administrator. Answered by guest-invitation. */
export const guestsContract = {
  list: route
    .route({
      method: 'GET',
      path: '/shares/{id}/guests',
      summary: 'The guests of a share, expired ones last',
      description: `A share has at most ${GUESTS_MAX} guests; without a limit they are one page.`,
      tags: ['Guests'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(
      share.extend({
        cursor: PageQuery.shape.cursor,
        limit: GuestsLimit.default(GUESTS_MAX),
        /** Part of a name or an address. */
        q: z.string().max(200).optional(),
      }),
    )
    .output(GuestsPage),
  policy: route
    .route({
      method: 'GET',
      path: '/shares/{id}/invitation-policy',
      summary: 'Whom one may invite to a share, and for how long at most',
      description: 'The strictest of the policies of the account and of the domains whose assets it holds.',
      tags: ['Guests'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(share)
    .output(
      SharePolicy.extend({
        /** Whether you belong to all domains whose assets it holds; else you cannot invite (`assets-not-yours`). */
        areAssetsYours: z.boolean(),
      }),
    ),
  invite: route
    .route({ method: 'POST', path: '/shares/{id}/guests', summary: 'Invite guests', tags: ['Guests'] })
    .errors(
      errorsOf(
        'not-found',
        'shares-not-enabled',
        'invalid-duration',
        'invalid-guest',
        'duration-not-allowed',
        'assets-not-yours',
        'invitation-limit-reached',
      ),
    )
    .input(
      share.extend({
        guests: z.array(GuestReference).min(1).max(GUESTS_MAX),
        durationDays: DurationDays,
        message: InvitationMessage.optional(),
        language: InvitationLanguage,
      }),
    )
    .output(
      z.object({
        invited: z.array(GuestView),
        refused: z.array(z.object({ guest: z.string(), reason: RefusalReason })),
      }),
    ),
  remove: route
    .route({
      method: 'DELETE',
      path: '/shares/{id}/guests/{guestId}',
      successStatus: 204,
      summary: 'Remove a guest: the link is dead at once',
      tags: ['Guests'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(guest)
    .output(Nothing),
  renew: route
    .route({
      method: 'POST',
      path: '/shares/{id}/guests/{guestId}/renew',
      summary: 'Give an expired guest a new link with a new end',
      tags: ['Guests'],
    })
    .errors(
      errorsOf(
        'not-found',
        'shares-not-enabled',
        'invalid-duration',
        'guest-still-active',
        'duration-not-allowed',
        'guest-not-allowed',
        'assets-not-yours',
        'invitation-limit-reached',
      ),
    )
    .input(guest.extend({ durationDays: DurationDays }))
    .output(GuestView),
  resend: route
    .route({
      method: 'POST',
      path: '/shares/{id}/guests/{guestId}/resend',
      summary: 'Send the invitation again: a new link with the same end, and the one before is dead',
      description: 'At most once a minute for a guest.',
      tags: ['Guests'],
    })
    .errors(
      errorsOf(
        'not-found',
        'shares-not-enabled',
        'guest-expired',
        'guest-not-allowed',
        'invitation-limit-reached',
      ),
    )
    .input(guest)
    .output(GuestView),
  makeLink: route
    .meta({ hasSecretAnswer: true })
    .route({
      method: 'POST',
      path: '/shares/{id}/guests/{guestId}/link',
      summary: 'Make one more link of a guest, to hand over in another way than by mail',
      description:
        'It is told this once: only its hash is kept. It ends with the others of the guest, which go on. A colleague gets the address of the share, which opens after signing in.',
      tags: ['Guests'],
    })
    .errors(
      errorsOf(
        'not-found',
        'shares-not-enabled',
        'guest-expired',
        'guest-not-allowed',
        'links-not-shown',
        'assets-not-yours',
      ),
    )
    .input(guest)
    .output(GuestLink),
};
