import { SCOPE_OF_ROUTE, TOKEN_PREFIX } from '@vitrine/contracts';
import type { TokenScope, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { Request } from 'express';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import { type PersonOfSession, actorOf } from '../who-acts/signed-in.ts';

interface Deps {
  identity: GatewayClients['identity'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  /** Null for nobody, and for one who was disabled. */
  profileOf: (userId: string) => Promise<PersonOfSession['profile'] | null>;
}

/**
 * Who acts by the token of a request, on a route that asks that scope of one; null where it brings none. With a token
 * no cookie counts.
 * @throws AppError `not-signed-in` for a token that opens nothing; `not-allowed` where it is not for this
 */
export type TokenGate = (request: Request, route: string) => Promise<UserActor | null>;

const BEARER = /^bearer(?:\s|$)/i;
const TOKEN = new RegExp(String.raw`^bearer +(${TOKEN_PREFIX}[\w-]{43})$`, 'i');

export const tokenGate =
  (deps: Deps): TokenGate =>
  async (request, route) => {
    const header = request.headers.authorization ?? '';
    if (!BEARER.test(header)) return null;
    // No service needs the secret, and none gets it.
    Reflect.deleteProperty(request.headers, 'authorization');
    const found = await ownerOf(deps, TOKEN.exec(header)?.[1], deps.addressOf(request));
    if (!found) throw new AppError('not-signed-in');
    if (!mayUse(found.scopes, route)) throw new AppError('not-allowed');
    return found.actor;
  };

const mayUse = (scopes: readonly TokenScope[], route: string): boolean => {
  const scope = SCOPE_OF_ROUTE.get(route);
  return scope !== undefined && scopes.includes(scope);
};

const ownerOf = async (
  { identity, limits, profileOf }: Deps,
  secret: string | undefined,
  address: string,
): Promise<{ actor: UserActor; scopes: TokenScope[] } | null> => {
  await limits.beforeToken(address);
  const token = secret === undefined ? null : await findToken(identity, hashOfSecret(secret));
  const profile = token && (await profileOf(token.userId));
  if (!token || !profile) {
    await limits.afterWrongToken(address);
    return null;
  }
  const session = { currentDomainId: null };
  return { actor: actorOf({ id: `token:${token.tokenId}`, session, profile }), scopes: token.scopes };
};

const findToken = async (identity: Deps['identity'], secretHash: string) => {
  try {
    return await identity.findToken({ secretHash }, AS_GATEWAY);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
};
