import * as z from 'zod';

/** What a token may be for: to see; to take; to share with others. */
export const TokenScope = z.enum(['read', 'download', 'share']);
export type TokenScope = z.infer<typeof TokenScope>;

/** How a secret of a token begins, so that people and scanners of leaked secrets know one. */
export const TOKEN_PREFIX = 'vit_';

/**
 * The scope that each route asks of a token. What does not stand here no token may: no administration, password, session
 * or token, and nothing that changes assets. A scope gives nothing that the token's owner has not.
 */
const ROUTES: Record<TokenScope, readonly string[]> = {
  read: [
    'GET /api/v1/assets',
    'GET /api/v1/assets/outline',
    'GET /api/v1/assets/:id',
    'GET /api/v1/assets/:id/thumbnail',
    'GET /api/v1/assets/:id/preview',
    'GET /api/v1/assets/:id/pages',
    'GET /api/v1/assets/:id/pages/:page',
    'GET /api/v1/shares',
    'GET /api/v1/shares/:id',
    'GET /api/v1/shares/:id/assets',
    'GET /api/v1/shares/:id/guests',
    'GET /api/v1/shares/:id/activity',
    'GET /api/v1/shares/:id/downloads',
  ],
  download: ['POST /api/v1/downloads', 'GET /api/v1/downloads/:id', 'GET /d/:ticket'],
  share: [
    'GET /api/v1/users',
    'POST /api/v1/shares/check',
    'GET /api/v1/shares/:id/invitation-policy',
    'POST /api/v1/shares',
    'PATCH /api/v1/shares/:id',
    'DELETE /api/v1/shares/:id',
    'POST /api/v1/shares/:id/assets',
    'POST /api/v1/shares/:id/assets/remove',
    'POST /api/v1/shares/:id/guests',
    'DELETE /api/v1/shares/:id/guests/:guestId',
    'POST /api/v1/shares/:id/guests/:guestId/link',
    'POST /api/v1/shares/:id/guests/:guestId/renew',
    'POST /api/v1/shares/:id/guests/:guestId/resend',
  ],
};

/** By method and path in Express's form: `GET /api/v1/assets/:id`. */
export const SCOPE_OF_ROUTE: ReadonlyMap<string, TokenScope> = new Map(
  TokenScope.options.flatMap((scope) => ROUTES[scope].map((route) => [route, scope] as const)),
);
