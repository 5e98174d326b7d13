import * as z from 'zod';
import { GuestSessionView } from '../http/guest-access.ts';
import { Nothing, errorsOf, openRoute } from '../http/route.ts';
import { InvitationPolicy } from '../model/account-policy.ts';
import { MailLanguage } from '../model/mail-language.ts';

/** An invitation that lives: neither removed nor expired by the database's clock. */
export const LiveInvitation = z.object({
  invitationId: z.uuid(),
  shareId: z.uuid(),
  email: z.string(),
  userId: z.uuid().nullable(),
  expiresAt: z.iso.datetime(),
  /** How many downloads were begun by it, as far as that was heard. */
  downloadsBegun: z.int().nonnegative(),
  /** Whether the guest has opened the share by it; the version before does not tell. */
  isOpened: z.boolean().optional(),
});
export type LiveInvitation = z.infer<typeof LiveInvitation>;

/** What a guest's session holds. */
export const OpenedInvitation = GuestSessionView.extend({
  secretVersion: z.int(),
  /** Until it expires, by the clock that decides; the version before does not tell. */
  secondsLeft: z.int().min(1).optional(),
});
export type OpenedInvitation = z.infer<typeof OpenedInvitation>;

/** A code that is on its way, or was sent before. */
export const SentCode = z.object({
  /** The address that it goes to, without what would tell it to a stranger. */
  maskedEmail: z.string(),
  expiresAt: z.iso.datetime(),
  /** The secret by which the browser is known again; null where it holds it already. */
  browser: z.string().nullable(),
});
export type SentCode = z.infer<typeof SentCode>;

/** What says which sessions of guests are those of an invitation. */
export const ManagedInvitation = z.object({ invitationId: z.uuid(), secretVersion: z.int() });
export type ManagedInvitation = z.infer<typeof ManagedInvitation>;

/** What the guest reads the page in, where the page says it. */
const ReadIn = MailLanguage.optional();

/** What other processes ask guest-invitation. Only service actors may, unless it says otherwise. */
export const guestInternalContract = {
  /**
   * Exchanges the secret of a link. `link-not-valid` for one that is unknown, removed, expired, or of a closed share;
   * `code-required` where that does not suffice.
   */
  open: openRoute
    .route({ method: 'POST', path: '/internal/invitations/open' })
    .errors(errorsOf('link-not-valid', 'code-required'))
    .input(z.object({ token: z.string(), language: ReadIn }))
    .output(OpenedInvitation),
  /**
   * Sends a code to the guest whose link it is, for the browser that asks. Where that one waits for a code already,
   * nothing is sent, unless it asks for a new one.
   */
  sendCode: openRoute
    .route({ method: 'POST', path: '/internal/invitations/codes' })
    .errors(errorsOf('link-not-valid'))
    .input(
      z.object({
        token: z.string(),
        browser: z.string().nullable(),
        newCode: z.boolean(),
        /** The mail is written in it. */
        language: ReadIn,
      }),
    )
    .output(SentCode),
  /** Exchanges the code from the mail, in the browser that it was sent for. */
  enterCode: openRoute
    .route({ method: 'POST', path: '/internal/invitations/codes/entered' })
    .errors(errorsOf('link-not-valid', 'wrong-code', 'code-expired', 'code-void'))
    .input(z.object({ browser: z.string(), code: z.string(), language: ReadIn }))
    .output(OpenedInvitation),
  /** Keeps that somebody asked for a new link by this one; it is looked at later, so the answer tells nothing of it. */
  requestLink: openRoute
    .route({ method: 'POST', path: '/internal/invitations/link-requests', successStatus: 202 })
    .input(z.object({ token: z.string() }))
    .output(Nothing),
  /** Keeps what the guest of an invitation that lives reads the page in. */
  setLanguage: openRoute
    .route({ method: 'PUT', path: '/internal/invitations/{invitationId}/language' })
    .errors(errorsOf('link-not-valid'))
    .input(z.object({ invitationId: z.uuid(), secretVersion: z.int(), language: MailLanguage }))
    .output(Nothing),
  /** Does this invitation live, with the secret that the guest's session was opened with? A renewal ends those. */
  live: openRoute
    .route({ method: 'GET', path: '/internal/invitations/{invitationId}' })
    .errors(errorsOf('link-not-valid'))
    .input(z.object({ invitationId: z.uuid(), secretVersion: z.coerce.number<number | string>().int() }))
    .output(LiveInvitation),
  /** Counts invitations that a person is about to send with a new share. */
  countInvitations: openRoute
    .route({ method: 'POST', path: '/internal/invitations/counted' })
    .errors(errorsOf('invitation-limit-reached'))
    .input(
      z.object({
        userId: z.uuid(),
        accountId: z.uuid(),
        /** Of the assets that the share will hold. */
        domainIds: z.array(z.uuid()),
        count: z.int().min(1),
      }),
    )
    .output(Nothing),
  /** How many guests of each of these shares have an invitation that lives; a share without any is left out. */
  countGuests: openRoute
    .route({ method: 'POST', path: '/internal/shares/guests-counted' })
    .meta({ isRead: true })
    .input(z.object({ shareIds: z.array(z.uuid()) }))
    .output(z.object({ shares: z.array(z.object({ shareId: z.uuid(), guestCount: z.int().min(1) })) })),
  /**
   * Which of these domains have a policy that would not let one of the guests of a share have what their link opens, for
   * as long as it works. `temporarily-unavailable` where not all guests that were named with it are known yet.
   */
  domainsNotForGuests: openRoute
    .route({ method: 'POST', path: '/internal/shares/{shareId}/domains-not-for-guests' })
    .meta({ isRead: true })
    .input(
      z.object({
        shareId: z.uuid(),
        /** When guests were named with the share; null where none were. */
        guestsNamedAt: z.iso.datetime().nullable(),
        domains: z.array(z.object({ domainId: z.uuid(), policy: InvitationPolicy })),
      }),
    )
    .output(z.object({ domainIds: z.array(z.uuid()) })),
  /** The invitation of a guest, for the person who acts (a user actor) where that one may manage it. */
  managed: openRoute
    .route({ method: 'GET', path: '/internal/shares/{shareId}/guests/{guestId}' })
    .errors(errorsOf('not-found', 'not-signed-in', 'shares-not-enabled'))
    .input(z.object({ shareId: z.uuid(), guestId: z.uuid() }))
    .output(ManagedInvitation),
  /** The live invitation of an internal guest to a share; null where there is none. */
  ofUser: openRoute
    .route({ method: 'GET', path: '/internal/users/{userId}/invitations/{shareId}' })
    .input(z.object({ userId: z.uuid(), shareId: z.uuid() }))
    .output(z.object({ invitation: LiveInvitation.nullable() })),
  /** Keeps that an internal guest has the share before them, and tells it the first time. Nothing where none lives. */
  openAsUser: openRoute
    .route({ method: 'POST', path: '/internal/users/{userId}/invitations/{shareId}/opened' })
    .input(z.object({ userId: z.uuid(), shareId: z.uuid() }))
    .output(Nothing),
  /** All live invitations of an internal guest, newest first. */
  allOfUser: openRoute
    .route({ method: 'GET', path: '/internal/users/{userId}/invitations' })
    .input(z.object({ userId: z.uuid() }))
    .output(z.object({ invitations: z.array(LiveInvitation) })),
  /** Whether a user was ever an internal guest, also of what is removed or over by now. */
  wasEverInvited: openRoute
    .route({ method: 'GET', path: '/internal/users/{userId}/was-ever-invited' })
    .input(z.object({ userId: z.uuid() }))
    .output(z.object({ wasEverInvited: z.boolean() })),
};
