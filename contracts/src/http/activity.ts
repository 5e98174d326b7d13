import * as z from 'zod';
import { GivenId, PageQuery, errorsOf, pageOf, route } from './route.ts';

/** One line of a share's timeline. `type` is the event's type without its version. */
export const ActivityEntry = z.object({
  id: z.uuid(),
  type: z.string(),
  at: z.iso.datetime(),
  /** Who did it, as a name or an address; null where time or the system did; empty for a guest who was forgotten. */
  actor: z.string().nullable(),
  /** The guest whom it is about, where it is about one; empty for one who was forgotten. */
  guest: z.string().nullable(),
  /** How many assets it is about, where it is about assets. */
  assetCount: z.int().nullable(),
  /** The file that was downloaded, or why a mail failed. */
  detail: z.string().nullable(),
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** What happened around a share, for its owner or an administrator. Answered by activity. */
export const activityContract = {
  ofShare: route
    .route({
      method: 'GET',
      path: '/shares/{id}/activity',
      summary: 'The timeline of a share',
      tags: ['Shares'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(PageQuery.extend({ id: GivenId }))
    .output(pageOf(ActivityEntry)),
  downloads: route
    .route({
      method: 'GET',
      path: '/shares/{id}/downloads',
      summary: 'How often each asset of a share was downloaded',
      tags: ['Shares'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(z.object({ id: GivenId }))
    .output(
      z.object({
        /** The most wanted first; an asset that nobody took to its last byte is not among them. */
        assets: z.array(z.object({ assetId: z.uuid(), downloads: z.int() })),
      }),
    ),
};
