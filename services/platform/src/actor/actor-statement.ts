import { Actor } from '@vitrine/contracts';
import { SignJWT, errors, jwtVerify } from 'jose';
import { type Clock, systemClock } from '../clock.ts';
import { AppError } from '../errors/app-error.ts';

/** The header in which one process tells another who acts. */
export const ACTOR_HEADER = 'vitrine-actor';

const ISSUER = 'vitrine';
const LIFETIME_SECONDS = 60;
/** The requests of one page to one service carry the same statement: so many are remembered, for as long as they hold. */
const KEPT_MAX = 4_000;

/** Signs and verifies statements of who acts. */
export interface ActorStatements {
  /** @param audience the name of the service that it is said to, `share` for instance: it counts nowhere else */
  sign: (actor: Actor, audience: string) => Promise<string>;
  /**
   * @param audience the name of the service that was told so
   * @throws AppError `not-signed-in` for a statement that is missing, forged, or said to another;
   * `temporarily-unavailable` for one older than a minute: it waited, or two clocks differ, which says nothing of the
   * one who acts
   */
  verify: (statement: string | undefined, audience: string) => Promise<Actor>;
}

/**
 * Statements as JWTs (RFC 7519) signed with HMAC-SHA-256 by a key that only the system's processes have. A service
 * authorises by the person in the statement, never by the network that a request came from. Each is for one service
 * (RFC 8725, 3.9): whoever gets hold of one there can say it nowhere else.
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
    sign: (actor, audience) => {
      const now = secondNow();
      const content = `${audience} ${JSON.stringify(actor)}`;
      const sign = () =>
        new SignJWT({ actor })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer(ISSUER)
          .setAudience(audience)
          .setIssuedAt(now)
          .setExpirationTime(now + LIFETIME_SECONDS)
          .sign(secret);
      return signed.get(content, now) ?? signed.keep(content, sign(), now + 1);
    },
    verify: async (statement, audience) => {
      if (statement === undefined) throw new AppError('not-signed-in');
      const heard = `${audience} ${statement}`;
      const known = verified.get(heard, secondNow());
      if (known !== undefined) return known;
      try {
        const rules = { issuer: ISSUER, algorithms: ['HS256'], currentDate: clock() };
        const { payload } = await jwtVerify(statement, secret, rules);
        assertIsFor(audience, payload.aud);
        return verified.keep(heard, Actor.parse(payload['actor']), payload.exp ?? 0);
      } catch (error) {
        if (isOldButFor(audience, error))
          throw new AppError('temporarily-unavailable', {}, { cause: TOO_OLD });
        throw new AppError('not-signed-in', {}, { cause: error });
      }
    },
  };
};

const TOO_OLD = new Error(
  'A statement of who acts was older than a minute: it waited for so long, or the clocks of two processes differ.',
);

/** Its signature is right then, but not what it says of its audience. */
const isOldButFor = (audience: string, error: unknown): boolean =>
  error instanceof errors.JWTExpired &&
  [audience, undefined].includes(error.payload.aud as string | undefined);

/**
 * A statement without an audience can be made by processes of the version before alone, which run on for as long as an
 * update lasts (decision 063). Nobody without the key can take the audience out of one.
 */
const assertIsFor = (audience: string, stated: string | string[] | undefined): void => {
  if (stated !== undefined && stated !== audience) throw new Error(`It was said to ${String(stated)}.`);
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
