import * as z from 'zod';
import { GivenId, Nothing, errorsOf, route } from './route.ts';
import { TokenScope } from './token-scopes.ts';

/** What somebody made for a script. The secret is in none of it. */
export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(TokenScope),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** To a minute; null for one that never was. */
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

const tags = ['Tokens'];

/** One's own API tokens. Made and revoked by a person with a session, never by a token. Answered by identity. */
export const tokensContract = {
  list: route
    .route({ method: 'GET', path: '/tokens', summary: 'One’s own API tokens', tags })
    .output(z.object({ items: z.array(ApiToken) })),
  create: route
    .route({
      method: 'POST',
      path: '/tokens',
      successStatus: 201,
      summary: 'Make an API token; its secret is told once',
      tags,
    })
    .meta({ hasSecretAnswer: true })
    .errors(errorsOf('conflict'))
    .input(
      z.object({
        name: z.string().max(200),
        scopes: z.array(TokenScope).min(1).max(3),
        durationDays: z.int().min(1).max(365),
      }),
    )
    .output(z.object({ token: ApiToken, secret: z.string() })),
  revoke: route
    .route({
      method: 'DELETE',
      path: '/tokens/{id}',
      successStatus: 204,
      summary: 'Revoke an API token; it opens nothing from now on',
      tags,
    })
    .errors(errorsOf('not-found'))
    .input(z.object({ id: GivenId }))
    .output(Nothing),
};
