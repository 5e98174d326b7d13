import { RequestAnsweredV1 } from '@vitrine/contracts';
import type { Clock } from '@vitrine/platform/clock.ts';
import { cloudEvent } from '@vitrine/platform/bus/envelope.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { Request, RequestHandler, Response } from 'express';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients } from '../gateway-context.ts';
import type { Where } from '../sessions/where.ts';
import { type KnownActing, isAudited, tellingOf } from './answered-request.ts';
import type { AuditQueue } from './audit-queue.ts';
import { type Acting, whoActed } from './who-acted.ts';

interface Deps {
  audit: Pick<AuditQueue, 'add'>;
  identity: GatewayClients['identity'];
  whereOf: (request: Request) => Where;
  clock: Clock;
  log: Log;
}

/** What tells the audit of the requests of a route, once they are answered. */
export type AuditRequests = (route: string) => RequestHandler[];

/** As nginx writes it: whoever asked was gone before there was an answer. */
const GONE_BEFORE_AN_ANSWER = 499;

/**
 * Tells the audit who did what, where from, with what outcome. Nobody known is not told of: whoever knows no account
 * could fill its audit otherwise; the log of requests has them.
 */
export const auditRequests =
  (deps: Deps): AuditRequests =>
  (route) => {
    if (!isAudited(route)) return [];
    return [
      (request, response, next) => {
        const { params } = request;
        const where = deps.whereOf(request);
        const tell = async (): Promise<void> => {
          const acting = await personOf(deps, whoActed(request));
          if (acting === null) return;
          const data = tellingOf({ route, params, status: statusOf(response), where }, acting);
          const event = cloudEvent(RequestAnsweredV1, { subject: newId(), data }, deps.clock().toISOString());
          deps.audit.add(tracedBy(request, event));
        };
        response.once('close', () => {
          tell().catch((error: unknown) => {
            deps.log.error({ err: error, route }, 'a request was not told to the audit');
          });
        });
        next();
      },
    ];
  };

const statusOf = (response: Response): number =>
  response.headersSent ? response.statusCode : GONE_BEFORE_AN_ANSWER;

/** The listener of the end may run outside of the request's trace. */
const tracedBy = <Event extends { traceparent?: string | undefined }>(
  request: Request,
  event: Event,
): Event => {
  const traceparent = request.header('traceparent');
  return traceparent === undefined ? event : { ...event, traceparent };
};

/** An attempt is told where the address is a person's: else it may be anything, even a password. */
const personOf = async ({ identity }: Deps, acting: Acting | null): Promise<KnownActing | null> => {
  if (acting?.kind !== 'attempt') return acting;
  try {
    return { kind: 'person', ...(await identity.userByEmail({ email: acting.email }, AS_GATEWAY)) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
};
