import * as z from 'zod';
import { defineEvent } from './define-event.ts';

/**
 * A request that changes something, or takes something, as the gateway answered it. It holds nothing of what was said
 * in it: no body, no query, no secret of a path.
 */
export const RequestAnsweredV1 = defineEvent({
  type: 'request.answered.v1',
  producer: 'gateway',
  summary:
    'The gateway answered a request that changes or takes something: who, where from, with what outcome.',
  data: z.object({
    /** The route: `DELETE /api/v1/shares/:id`. */
    act: z.string(),
    /** The status of the answer. */
    status: z.int(),
    accountId: z.uuid().nullable(),
    /** The person; null for a guest and for nobody known. */
    userId: z.uuid().nullable(),
    /** The name of the person; a guest's address is known by the invitation. */
    actorName: z.string().nullable(),
    /** Of a guest that of the session; of anybody else what the path names. */
    shareId: z.uuid().nullable(),
    invitationId: z.uuid().nullable(),
    /** Whether the guest of that invitation did it, and not somebody to it. */
    isGuest: z.boolean(),
    /** As limits are counted by: of IPv6 the network only. */
    address: z.string(),
    /** Null where the browser has no name that we know. */
    browser: z.string().nullable(),
    system: z.string().nullable(),
  }),
});
