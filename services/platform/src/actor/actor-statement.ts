import { Actor } from '@vitrine/contracts';
import { SignJWT, jwtVerify } from 'jose';
import { type Clock, systemClock } from '../clock.ts';
import { AppError } from '../errors/app-error.ts';

/** The header in which one process tells another who acts. */
export const ACTOR_HEADER = 'vitrine-actor';

const ISSUER = 'vitrine';
const LIFETIME_SECONDS = 60;
/** The requests of one page carry the same statement: so many are remembered, for as long as they hold. */
const KEPT_MAX = 1_000;

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
export const createActorStatements = (key: string, clock: Clock = systemClock): ActorStatements => {
  const secret = new TextEncoder().encode(key);
  if (secret.length < 32)
    throw new Error('The key for statements of who acts has to have at least 32 bytes.');
  const secondNow = () => Math.floor(clock().getTime() / 1_000);
  const signed = remembered<Promise<string>>();
  const verified = remembered<Actor>();
  return {
    sign: (actor) => {
      const now = secondNow();
      const content = JSON.stringify(actor);
      const sign = () =>
        new SignJWT({ actor })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer(ISSUER)
          .setIssuedAt(now)
          .setExpirationTime(now + LIFETIME_SECONDS)
          .sign(secret);
      return signed.get(content, now) ?? signed.keep(content, sign(), now + 1);
    },
    verify: async (statement) => {
      if (statement === undefined) throw new AppError('not-signed-in');
      const known = verified.get(statement, secondNow());
      if (known !== undefined) return known;
      try {
        const rules = { issuer: ISSUER, algorithms: ['HS256'], currentDate: clock() };
        const { payload } = await jwtVerify(statement, secret, rules);
        return verified.keep(statement, Actor.parse(payload['actor']), payload.exp ?? 0);
      } catch (error) {
        throw new AppError('not-signed-in', {}, { cause: error });
      }
    },
  };
};

const remembered = <Value>() => {
  const known = new Map<string, { value: Value; endsAtSecond: number }>();
  return {
    get: (key: string, now: number): Value | undefined => {
      const found = known.get(key);
      return found !== undefined && now < found.endsAtSecond ? found.value : undefined;
    },
    keep: (key: string, value: Value, endsAtSecond: number): Value => {
      if (known.size >= KEPT_MAX) known.clear();
      known.set(key, { value, endsAtSecond });
      return value;
    },
  };
};
