import { Actor } from '@vitrine/contracts';
import { SignJWT, jwtVerify } from 'jose';
import { AppError } from '../errors/app-error.ts';

/** The header in which one process tells another who acts. */
export const ACTOR_HEADER = 'vitrine-actor';

const ISSUER = 'vitrine';
const LIFETIME = '60s';

/** Signs and verifies statements of who acts. */
export interface ActorStatements {
  sign: (actor: Actor) => Promise<string>;
  /** @throws AppError `not-signed-in` for a statement that is missing, forged, or older than a minute. */
  verify: (statement: string | undefined) => Promise<Actor>;
}

/**
 * Statements as JWTs (RFC 7519) signed with HMAC-SHA-256 by a key that only the system's processes have. A service
 * authorises by the person in the statement, never by the network that a request came from.
 * @param key at least 32 bytes
 */
export const createActorStatements = (key: string): ActorStatements => {
  const secret = new TextEncoder().encode(key);
  if (secret.length < 32)
    throw new Error('The key for statements of who acts has to have at least 32 bytes.');
  return {
    sign: (actor) =>
      new SignJWT({ actor })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setIssuedAt()
        .setExpirationTime(LIFETIME)
        .sign(secret),
    verify: async (statement) => {
      if (statement === undefined) throw new AppError('not-signed-in');
      try {
        const { payload } = await jwtVerify(statement, secret, { issuer: ISSUER, algorithms: ['HS256'] });
        return Actor.parse(payload['actor']);
      } catch (error) {
        throw new AppError('not-signed-in', {}, { cause: error });
      }
    },
  };
};
