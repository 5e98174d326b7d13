import type { ContractRouterClient } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { contractRoutes } from 'virtual:contract-routes';
import { answerWithin } from '../connection/answers.ts';
import { doubtConnection } from '../connection/connection.ts';
import { countOfSignIns, isSessionOpen, untilSignedIn } from '../session/ended-session.ts';
import { ApiError, codeOf, errorFromAnswer } from './api-error.ts';
import { headersOfGuest } from './as-guest.ts';
import { takeEarlyAnswer } from './early-answers.ts';
import { endSessionHere } from './query-client.ts';
import { API_PATH, type PageRoute, requestOf } from './request-of.ts';

/** What goes with a call: the key by which the tries of one act are done once, what it is a change of. */
type CallContext = { headers?: Record<string, string> };
type Client = ContractRouterClient<typeof publicContract, CallContext>;
type Options = { signal?: AbortSignal | undefined; context?: CallContext };
type Asked = { method: string; signal?: AbortSignal };
type Call = (input?: Record<string, unknown>, options?: Options) => Promise<unknown>;

/** Even of a slow line something has come by then; and what is done with thousands of assets has been done. */
const READ_WITHIN_MS = 30_000;
const DONE_WITHIN_MS = 120_000;

const OF_PERSON = {};
/** What is asked to be signed in by, and who one is. */
const OF_SIGN_IN = /^\/session(\/|$)/;

/** Calls of the public interface, typed by the contract: `api.assets.list({ … })`. */
export const api: Client = clientWith(OF_PERSON);

/** The same as a guest, whether or not a person is signed in too: of the share that this browser opened last. */
export const guestApi: Client = clientWith(headersOfGuest(undefined));

const guestApis = new Map<string | undefined, Client>([[undefined, guestApi]]);

/** The same as the guest of a share, whichever others are open in this browser. */
export function guestApiOf(shareId: string | undefined): Client {
  const known = guestApis.get(shareId) ?? clientWith(headersOfGuest(shareId));
  guestApis.set(shareId, known);
  return known;
}

function clientWith(headers: Record<string, string>): Client {
  const groups = Object.entries(contractRoutes).map(([group, routes]) => [
    group,
    Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, callOf(route, headers)])),
  ]);
  return Object.fromEntries(groups) as Client;
}

function callOf(route: PageRoute, headers: Record<string, string>): Call {
  const needsSession = headers === OF_PERSON && !OF_SIGN_IN.test(route[1]);
  return (input, { signal, context } = {}) => {
    const { method, path, body } = requestOf(route, input);
    const request = {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...context?.headers,
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
      credentials: 'same-origin',
    } as const;
    const ask = () => answerTo(API_PATH + path, request);
    return needsSession ? askedInSession(request, ask) : ask();
  };
}

/**
 * What is read waits while the session is over, and is asked for again when the same person is signed in: the page below
 * hears nothing of it. What is done is refused, and it is for the person to do it again.
 */
async function askedInSession({ method, signal }: Asked, ask: () => Promise<unknown>): Promise<unknown> {
  const isReading = method === 'GET';
  for (;;) {
    if (isReading) await untilSignedIn(signal);
    else if (!isSessionOpen()) throw new ApiError('not-signed-in');
    const signIns = countOfSignIns();
    try {
      return await ask();
    } catch (error) {
      if (!isReading || codeOf(error) !== 'not-signed-in') throw error;
      // It may have been refused for the session before this one.
      if (signIns === countOfSignIns() && !endSessionHere()) throw error;
    }
  }
}

/** What the portal answers, read whole; undefined where it has nothing to say. */
async function answerTo(url: string, request: RequestInit): Promise<unknown> {
  const early = request.method === 'GET' ? takeEarlyAnswer(url) : undefined;
  const limitMs = request.method === 'GET' ? READ_WITHIN_MS : DONE_WITHIN_MS;
  const { response, text } = await answerWithin({ limitMs, signal: request.signal }, async (signal) => {
    const response = await (early ?? fetch(url, { ...request, signal }));
    return { response, text: await response.text() };
  }).catch(asUnanswered);
  if (!response.ok) throw errorFromAnswer(response.status, text);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

function asUnanswered(error: unknown): never {
  const reason = error instanceof DOMException ? error.name : '';
  if (reason === 'AbortError') throw error;
  doubtConnection();
  throw new ApiError(reason === 'TimeoutError' ? 'unanswered' : 'offline');
}
