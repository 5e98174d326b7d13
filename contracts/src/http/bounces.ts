import * as z from 'zod';
import { Nothing, errorsOf, openRoute } from './route.ts';

/** Mails that come back. For a mail server, not for people. Answered by guest-invitation. */
export const bouncesContract = {
  take: openRoute
    .route({
      method: 'POST',
      path: '/bounces',
      successStatus: 202,
      summary: 'Hand over a mail that came to a return path',
      description:
        'By whoever has the token of the configuration. A notification that an invitation was not delivered (RFC 3464) is shown to the owner of its share; anything else changes nothing.',
      tags: ['Mail'],
    })
    .errors(errorsOf('not-found', 'not-allowed'))
    .input(
      z.object({
        token: z.string().min(1).max(500),
        /** Whom the mail server delivers it to; without it the `To` of the mail is what counts. */
        recipient: z.string().max(1_000).optional(),
        /** The mail as it came, head and body. */
        message: z.string().max(2_000_000),
      }),
    )
    .output(Nothing),
};
