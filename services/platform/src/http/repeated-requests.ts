import type { IncomingHttpHeaders } from 'node:http';
import type { AnyProcedure } from '@orpc/server';
import type { Actor, RouteMeta } from '@vitrine/contracts';
import type { Idempotency } from '../database/idempotency.ts';
import { AppError } from '../errors/app-error.ts';

/** The header by which a client marks the repetitions of one request. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

/** A call of a route as oRPC's interceptors see it. */
export interface RepeatableCall {
  readonly procedure: AnyProcedure;
  readonly path: readonly string[];
  readonly input: unknown;
  readonly context: {
    readonly actor: Actor;
    readonly idempotencyKey: string | undefined;
    readonly ifMatch?: string | undefined;
  };
  readonly next: () => Promise<unknown>;
}

/**
 * Answers a request that changes something and carries an Idempotency-Key once per actor, route and key: who repeats
 * a DELETE gets its 204 again, and a PATCH is not done over what somebody changed since. Where the answer carries a
 * secret the key is passed over, since keeping the answer would keep the secret.
 * @throws AppError `conflict` for a key that came with another request before
 */
export const onceByKey =
  (once: Idempotency['once']) =>
  async ({ procedure, path, input, context, next }: RepeatableCall): Promise<unknown> => {
    const key = context.idempotencyKey;
    const actorName = nameOf(context.actor);
    if (key === undefined || actorName === null || !isKept(procedure)) return next();
    demandKey(key);
    const { ifMatch } = context;
    // A change of one version is not that of another. Without it the request is what it was to earlier versions of ours.
    const request = ifMatch === undefined ? input : { input, ifMatch };
    const answer = await once({ scope: `${actorName} ${path.join('.')}`, key, request }, next);
    // An answer without a body is kept as null.
    return answer ?? undefined;
  };

/**
 * The key of a request to a route that is no typed one.
 * @throws AppError `invalid-request` for what is no key
 */
export const idempotencyKeyIn = (headers: IncomingHttpHeaders): string | undefined => {
  const key = headers[IDEMPOTENCY_HEADER] as string | undefined;
  if (key !== undefined) demandKey(key);
  return key;
};

const demandKey = (key: string): void => {
  if (!KEY.test(key)) throw new AppError('invalid-request', { issues: [BAD_KEY] });
};

const KEY = /^[\x21-\x7e]{1,255}$/;
const BAD_KEY = { path: 'Idempotency-Key', message: 'A key has 1 to 255 visible ASCII characters.' };

const isKept = (procedure: AnyProcedure): boolean => {
  const { route } = procedure['~orpc'];
  const meta = procedure['~orpc'].meta as RouteMeta;
  return route.method !== 'GET' && meta.hasSecretAnswer !== true;
};

/** Nobody is told what another got: those who are nobody known share no keys. */
const nameOf = (actor: Actor): string | null => {
  if (actor.kind === 'user') return `user ${actor.userId}`;
  return actor.kind === 'guest' ? `guest ${actor.invitationId}` : null;
};
