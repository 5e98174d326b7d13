import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { ACT_AS_HEADER } from '@vitrine/contracts';
import type { publicContract } from '@vitrine/contracts';
import { contractRoutes } from 'virtual:contract-routes';
import { ApiError, errorFromAnswer } from './api-error.ts';

export const API_PATH = '/api/v1';

/** What goes with a call: the tries of one act carry one key, by which the server does it once. */
type CallContext = { idempotencyKey?: string };
type Client = ContractRouterClient<typeof publicContract, CallContext>;

/** Calls of the public interface, typed by the contract: `api.assets.list({ … })`. */
export const api: Client = clientWith({});

/** The same as the guest that this browser opened an invitation for, whether or not a person is signed in too. */
export const guestApi: Client = clientWith({ [ACT_AS_HEADER]: 'guest' });

function clientWith(headers: Record<string, string>): Client {
  return createORPCClient(
    new OpenAPILink<CallContext>(contractRoutes, {
      url: () => new URL(API_PATH, window.location.origin),
      headers: ({ context: { idempotencyKey } }) =>
        idempotencyKey === undefined ? headers : { ...headers, 'idempotency-key': idempotencyKey },
      fetch: (request, init) => fetchOrThrow(request, init),
    }),
  );
}

async function fetchOrThrow(request: Request, init: RequestInit): Promise<Response> {
  const response = await globalThis.fetch(request, { ...init, credentials: 'same-origin' }).catch(asOffline);
  if (!response.ok) throw errorFromAnswer(response.status, await response.text());
  return response;
}

function asOffline(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new ApiError('offline');
}
