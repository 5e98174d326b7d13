import * as z from 'zod';
import { GuestSessionView } from '../http/guest-access.ts';
import { Nothing, errorsOf, openRoute } from '../http/route.ts';

/** An invitation that lives: neither removed nor expired by the database's clock. */
export const LiveInvitation = z.object({
  invitationId: z.uuid(),
  shareId: z.uuid(),
  email: z.string(),
  userId: z.uuid().nullable(),
  expiresAt: z.iso.datetime(),
});
export type LiveInvitation = z.infer<typeof LiveInvitation>;

/** What other processes ask guest-invitation. Only service actors may. */
export const guestInternalContract = {
  /** Exchanges the secret of a link. `link-not-valid` for one that is unknown, removed, expired, or of a closed share. */
  open: openRoute
    .route({ method: 'POST', path: '/internal/invitations/open' })
    .errors(errorsOf('link-not-valid'))
    .input(z.object({ token: z.string() }))
    .output(GuestSessionView.extend({ secretVersion: z.int() })),
  /** Keeps that somebody asked for a new link by this one; it is looked at later, so the answer tells nothing of it. */
  requestLink: openRoute
    .route({ method: 'POST', path: '/internal/invitations/link-requests', successStatus: 202 })
    .input(z.object({ token: z.string() }))
    .output(Nothing),
  /** Does this invitation live, with the secret that the guest's session was opened with? A renewal ends those. */
  live: openRoute
    .route({ method: 'GET', path: '/internal/invitations/{invitationId}' })
    .errors(errorsOf('link-not-valid'))
    .input(z.object({ invitationId: z.uuid(), secretVersion: z.coerce.number<number | string>().int() }))
    .output(LiveInvitation),
  /** The live invitation of an internal guest to a share; null where there is none. */
  ofUser: openRoute
    .route({ method: 'GET', path: '/internal/users/{userId}/invitations/{shareId}' })
    .input(z.object({ userId: z.uuid(), shareId: z.uuid() }))
    .output(z.object({ invitation: LiveInvitation.nullable() })),
  /** All live invitations of an internal guest, newest first. */
  allOfUser: openRoute
    .route({ method: 'GET', path: '/internal/users/{userId}/invitations' })
    .input(z.object({ userId: z.uuid() }))
    .output(z.object({ invitations: z.array(LiveInvitation), wasEverInvited: z.boolean() })),
};
