import * as z from 'zod';
import { GivenId, Nothing, errorsOf, route } from './route.ts';

/** A browser in which an external guest has a share open. */
export const GuestBrowser = z.object({
  id: z.string(),
  /** The name of the browser as it calls itself; null for one that is not known. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** Where it was used last; of an IPv6 address the network. Null where that is not known. */
  address: z.string().nullable(),
  /** When the link was opened in it; null where that is not known. */
  startedAt: z.iso.datetime().nullable(),
  /** To ten minutes; null where that is not known. */
  lastUsedAt: z.iso.datetime().nullable(),
});
export type GuestBrowser = z.infer<typeof GuestBrowser>;

const guest = z.object({ id: GivenId, guestId: GivenId });

/**
 * Where the link of a guest is open, for the owner of the share or an administrator. Answered by the gateway, which
 * keeps the sessions. Internal guests sign in, and their sessions are their own.
 */
export const guestBrowsersContract = {
  list: route
    .route({
      method: 'GET',
      path: '/shares/{id}/guests/{guestId}/sessions',
      summary: 'The browsers in which a guest has the share open, used last first',
      tags: ['Guests'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(guest)
    .output(z.object({ items: z.array(GuestBrowser) })),
  end: route
    .route({
      method: 'DELETE',
      path: '/shares/{id}/guests/{guestId}/sessions/{sessionId}',
      successStatus: 204,
      summary: 'Close the share in one of these browsers; the link itself goes on working',
      tags: ['Guests'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(guest.extend({ sessionId: z.string().min(1).max(100) }))
    .output(Nothing),
};
