import * as z from 'zod';
import { route } from './route.ts';

/** A colleague, as the guest search shows one. */
export const UserView = z.object({ id: z.uuid(), name: z.string(), email: z.string() });
export type UserView = z.infer<typeof UserView>;

/** Internal users of the caller's own account. Answered by identity. */
export const usersContract = {
  search: route
    .route({
      method: 'GET',
      path: '/users',
      summary: 'Find internal users by name or address',
      tags: ['Users'],
    })
    .input(
      z.object({
        q: z.string().max(200).default(''),
        limit: z.coerce.number<number | string | undefined>().int().min(1).max(50).default(10),
      }),
    )
    .output(z.object({ items: z.array(UserView) })),
};
