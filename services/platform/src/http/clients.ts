import { type AnyContractRouter, type ContractRouterClient } from '@orpc/contract';
import { createORPCClient } from '@orpc/client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Actor } from '@vitrine/contracts';
import { currentTraceparent } from '../outbox/trace-context.ts';
import { ACTOR_HEADER, type ActorStatements } from '../actor/actor-statement.ts';
import { AppError } from '../errors/app-error.ts';
import type { Log } from '../log/log.ts';
import { appErrorFromProblem, asAppError } from './problem.ts';
import { TRACE_HEADER } from './trace-requests.ts';
import type { ServiceContext } from './service-context.ts';

/** Said with each call to another service: who acts. */
export interface CallContext {
  actor: Actor;
}

/**
 * A typed client of another service's contract. It cannot be told whether the other runs in this process or far away:
 * both throw the same AppErrors, and both are told who acts with each call.
 */
export type ServiceClient<Contract extends AnyContractRouter> = ContractRouterClient<Contract, CallContext>;

/** A client of a service in the same process: a call is a function call, validated as over the wire. */
export const localClient = <Contract extends AnyContractRouter>(
  _contract: Contract,
  router: () => AnyRouter,
  log: Log,
): ServiceClient<Contract> => {
  const resolve = () =>
    createRouterClient(router(), {
      context: ({ actor }: CallContext): ServiceContext => ({ actor, log }),
      interceptors: [
        async (call) => {
          try {
            return await call.next();
          } catch (error) {
            throw asAppError(error);
          }
        },
      ],
    }) as unknown as ServiceClient<Contract>;
  return lazily(resolve);
};

/** A service's router exists only after the service was made, and services know each other both ways. */
const lazily = <Client extends object>(resolve: () => Client): Client => {
  const known: { client?: Client } = {};
  return new Proxy({} as Client, {
    get: (_target, name) => Reflect.get((known.client ??= resolve()), name) as unknown,
  });
};

/** A client of a service in another process. `fetch` lets a caller put a time limit and a breaker around it. */
export const remoteClient = <Contract extends AnyContractRouter>(
  contract: Contract,
  options: { url: string; statements: ActorStatements; fetch?: typeof globalThis.fetch; timeoutMs?: number },
): ServiceClient<Contract> => {
  const { url, statements, fetch = globalThis.fetch, timeoutMs = 5_000 } = options;
  const link = new OpenAPILink<CallContext>(contract, {
    url,
    headers: async ({ context }) => {
      const traceparent = currentTraceparent();
      const actor = await statements.sign(context.actor);
      return { [ACTOR_HEADER]: actor, ...(traceparent === undefined ? {} : { [TRACE_HEADER]: traceparent }) };
    },
    fetch: async (request, init) => {
      const response = await fetch(request, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      if (response.ok) return response;
      throw appErrorFromProblem(await response.json()) ?? new AppError('temporarily-unavailable');
    },
    interceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          throw error instanceof AppError
            ? error
            : new AppError('temporarily-unavailable', {}, { cause: error });
        }
      },
    ],
  });
  return createORPCClient(link) as unknown as ServiceClient<Contract>;
};
