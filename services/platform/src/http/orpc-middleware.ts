import { OpenAPIHandler } from '@orpc/openapi/node';
import type { AnyProcedure, AnyRouter } from '@orpc/server';
import { ERROR_CODES, type ErrorCode, type RouteMeta } from '@vitrine/contracts';
import type { Request, RequestHandler, Response } from 'express';
import type { Idempotency } from '../database/idempotency.ts';
import { AppError } from '../errors/app-error.ts';
import { tagOf } from './entity-tag.ts';
import { asAppError } from './problem.ts';
import { IDEMPOTENCY_HEADER, onceByKey } from './repeated-requests.ts';
import { nameRoute } from './route-name.ts';
import type { ServiceContext } from './service-context.ts';
import { refuseUnknownFields } from './unknown-fields.ts';

interface CallContext extends ServiceContext {
  idempotencyKey: string | undefined;
  /** The request as logs and metrics know it. */
  request: object;
  response: Pick<Response, 'setHeader'>;
  /** Where the error of a route is kept until it can leave by Express's own way. */
  failure: { error?: AppError };
}

interface NamedCall {
  readonly procedure: AnyProcedure;
  readonly context: Pick<CallContext, 'actor' | 'isAnybody' | 'request' | 'response'>;
  readonly next: () => Promise<unknown>;
}

/**
 * The typed routes of a router as an Express middleware. oRPC would write errors in a form of its own; they are taken
 * out of it here, so that the app's last handler writes every error of the process alike.
 * @param once what answers a repeated request once; without it an Idempotency-Key means nothing
 */
export const orpcMiddleware = (
  router: AnyRouter,
  prefix: `/${string}` | undefined,
  contextOf: (response: Parameters<RequestHandler>[1]) => ServiceContext,
  once?: Idempotency['once'],
): RequestHandler => {
  const handler = new OpenAPIHandler<CallContext>(router, {
    customJsonSerializers: [writtenAsItIs],
    clientInterceptors: [
      nameRoutes(prefix ?? ''),
      tagVersions,
      refuseAsNamed,
      // Between services of two versions what is not known yet is passed over (docs/decisions/055).
      ...(prefix === undefined ? [] : [refuseUnknownFields]),
      ...(once ? [onceByKey(once)] : []),
    ],
    interceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          call.context.failure.error = asAppError(error);
          throw error;
        }
      },
    ],
    rootInterceptors: [
      async (call) => {
        const result = await call.next();
        if (call.context.failure.error !== undefined) throw call.context.failure.error;
        return result;
      },
    ],
  });
  return async (request, response, next) => {
    const idempotencyKey = request.header(IDEMPOTENCY_HEADER);
    const ifMatch = request.header('if-match');
    const context = { ...contextOf(response), ifMatch, idempotencyKey, request, response, failure: {} };
    const { matched } = await asGet(request, () =>
      handler.handle(request, response, prefix === undefined ? { context } : { context, prefix }),
    );
    if (!matched) next();
  };
};

/**
 * What our contracts hold is JSON, as the document that is made of them demands. oRPC would copy it, each object and each
 * list anew, to find what is not: for the entries of a large plan that took as long as laying it out.
 */
const writtenAsItIs = {
  condition: (data: unknown): boolean => Array.isArray(data) || isPlainObject(data),
  serialize: (data: object): object =>
    Object.assign(Object.create(NOT_DATA) as object, { toJSON: () => data }),
};

/** What has a constructor of its own oRPC hands on as it is, to `JSON.stringify`. */
const NOT_DATA = { constructor: JSON };

const isPlainObject = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

/** Tells the version of what is answered as its ETag, where the route says that it has one. */
const tagVersions = async ({ procedure, context, next }: NamedCall): Promise<unknown> => {
  const answer = await next();
  const { isVersioned } = procedure['~orpc'].meta as RouteMeta;
  if (isVersioned) context.response.setHeader('etag', tagOf((answer as { version: number }).version));
  return answer;
};

/**
 * A wrong field is told by the codes that its route names: the days of an invitation are not those of a token. Nobody is
 * told of it where one has to be somebody.
 */
const refuseAsNamed = async ({ procedure, context, next }: NamedCall): Promise<unknown> => {
  try {
    return await next();
  } catch (error) {
    const named = new Set(Object.keys(procedure['~orpc'].errorMap as object));
    const refusal = asAppError(error, named);
    const isWrongRequest = ERROR_CODES[refusal.code].status === 400;
    if (isWrongRequest && named.has(NOBODY) && !(await isAnybody(context)))
      throw new AppError(NOBODY, {}, { cause: error });
    throw refusal;
  }
};

const NOBODY = 'not-signed-in' satisfies ErrorCode;

const isAnybody = ({ actor, isAnybody: asked }: NamedCall['context']): boolean | Promise<boolean> =>
  asked === undefined ? actor.kind !== 'anonymous' : asked();

/** HEAD is answered as GET (RFC 9110, 9.3.2), by routes that know no HEAD; Node leaves the body out by itself. */
const asGet = async <Result>(request: Request, answer: () => Promise<Result>): Promise<Result> => {
  if (request.method !== 'HEAD') return answer();
  request.method = 'GET';
  try {
    return await answer();
  } finally {
    request.method = 'HEAD';
  }
};

const nameRoutes =
  (prefix: string) =>
  ({ procedure, context, next }: NamedCall): Promise<unknown> => {
    const { path = '' } = procedure['~orpc'].route;
    nameRoute(context.request, prefix + path.replaceAll(/\{(\w+)\}/g, ':$1'));
    return next();
  };
