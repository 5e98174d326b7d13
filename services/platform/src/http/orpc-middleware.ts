import { OpenAPIHandler } from '@orpc/openapi/node';
import type { AnyRouter } from '@orpc/server';
import type { RequestHandler } from 'express';
import type { AppError } from '../errors/app-error.ts';
import { asAppError } from './problem.ts';
import type { ServiceContext } from './service-context.ts';

interface CallContext extends ServiceContext {
  /** Where the error of a route is kept until it can leave by Express's own way. */
  failure: { error?: AppError };
}

/**
 * The typed routes of a router as an Express middleware. oRPC would write errors in a form of its own; they are taken
 * out of it here, so that the app's last handler writes every error of the process alike.
 */
export const orpcMiddleware = (
  router: AnyRouter,
  prefix: `/${string}` | undefined,
  contextOf: (response: Parameters<RequestHandler>[1]) => ServiceContext,
): RequestHandler => {
  const handler = new OpenAPIHandler<CallContext>(router, {
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
    const context = { ...contextOf(response), failure: {} };
    const { matched } = await handler.handle(
      request,
      response,
      prefix === undefined ? { context } : { context, prefix },
    );
    if (!matched) next();
  };
};
