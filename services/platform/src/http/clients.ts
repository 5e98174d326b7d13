import {
  type AnyContractRouter,
  type ContractRouterClient,
  getContractRouter,
  isContractProcedure,
} from '@orpc/contract';
import { createORPCClient } from '@orpc/client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Actor, RouteMeta } from '@vitrine/contracts';
import { ACTOR_HEADER, type ActorStatements } from '../actor/actor-statement.ts';
import type { Breaker } from '../circuit/breaker.ts';
import { inTime } from '../circuit/in-time.ts';
import { createRetryBudget } from '../circuit/retry-budget.ts';
import type { Log } from '../log/log.ts';
import { currentTraceparent } from '../outbox/trace-context.ts';
import { asAppError } from './problem.ts';
import { mayHelpToAskAgain, succeeded, unansweredBy } from './remote-answer.ts';
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

/** How to reach a service in another process. */
export interface RemoteService {
  /** What it is called: a statement of who acts is for it alone. */
  readonly name: string;
  readonly url: string;
  readonly statements: ActorStatements;
  /** One for each service that is asked; it has the time limit to the head of an answer. */
  readonly breaker?: Breaker;
  /** That time limit where there is no breaker. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 5_000;
/** How long an answer may take from its head to its last byte. */
const BODY_TIMEOUT_MS = 30_000;

/**
 * A client of a service in another process. A read that got no answer is asked once more, within a budget.
 * @throws AppError what the service answers; `temporarily-unavailable` where it does not, and at once while the
 * circuit is open
 */
export const remoteClient = <Contract extends AnyContractRouter>(
  contract: Contract,
  service: RemoteService,
): ServiceClient<Contract> => {
  const { name, url, statements } = service;
  const ask = askingAgain(service);
  const link = new OpenAPILink<CallContext>(contract, {
    url,
    headers: async ({ context }) => {
      const traceparent = currentTraceparent();
      const actor = await statements.sign(context.actor, name);
      return { [ACTOR_HEADER]: actor, ...(traceparent === undefined ? {} : { [TRACE_HEADER]: traceparent }) };
    },
    fetch: (request, init, _options, path) => ask(request, init, isRead(contract, path)),
    interceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          throw unansweredBy(name, error);
        }
      },
    ],
  });
  return createORPCClient(link) as unknown as ServiceClient<Contract>;
};

const askingAgain = ({ breaker, timeoutMs = TIMEOUT_MS }: RemoteService) => {
  const budget = createRetryBudget();
  const run: Breaker['run'] = breaker?.run ?? ((work) => inTime(work, timeoutMs));
  const ask = (request: Request, init: RequestInit): Promise<Response> =>
    run(async (headInTime) => {
      const wholeInTime = AbortSignal.timeout(timeoutMs + BODY_TIMEOUT_MS);
      return succeeded(await fetch(request, { ...init, signal: AbortSignal.any([headInTime, wholeInTime]) }));
    });
  return async (request: Request, init: RequestInit, mayRepeat: boolean): Promise<Response> => {
    budget.earn();
    if (!mayRepeat) return ask(request, init);
    try {
      return await ask(request.clone(), init);
    } catch (error) {
      if (!mayHelpToAskAgain(error) || !budget.take()) throw error;
      return ask(request, init);
    }
  };
};

/** Whether a call only reads: a GET, and a POST that is one because of how much it says. */
const isRead = (contract: AnyContractRouter, path: readonly string[]): boolean => {
  const procedure = getContractRouter(contract, path);
  if (!isContractProcedure(procedure)) return false;
  const { route, meta } = procedure['~orpc'] as { route: { method?: string }; meta: RouteMeta };
  return route.method === 'GET' || meta.isRead === true;
};
