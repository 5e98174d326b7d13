import { Redis, type RedisOptions } from 'ioredis';
import { reasonOf } from '../errors/reason-of.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Log } from '../log/log.ts';
import { placeOf, waitFor } from '../service/wait-for.ts';

/** Small enough for a person who waits: whoever needs more than that from Redis goes on without it. */
export const REDIS_TIMEOUT_MS = 1_000;
const RECONNECT_MS_MAX = 1_000;

const OPTIONS = {
  connectionName: 'vitrine',
  lazyConnect: true,
  // While Redis is lost each command fails at once: nothing is kept to be sent later, or sent again.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  // For what the client itself says when it connects: ours have a limit of their own.
  commandTimeout: 2 * REDIS_TIMEOUT_MS,
  connectTimeout: 2 * REDIS_TIMEOUT_MS,
  // No answer to anything for so long: the link is dead, however willingly it takes what is written.
  socketTimeout: 3 * REDIS_TIMEOUT_MS,
  keepAlive: 5 * REDIS_TIMEOUT_MS,
} satisfies RedisOptions;

/**
 * A connection to Redis that comes back by itself. One that is not there at the start is waited for.
 * @param options.url `redis://user:password@host:port`, or `rediss:` over TLS
 * @throws Refusal with a sentence for a wrong password; the reason of `signal` when that ends the waiting
 */
export const connectToRedis = (options: { url: string; log: Log; signal: AbortSignal }): Promise<Redis> => {
  const { url, log, signal } = options;
  const connecting = { name: 'Redis', url, connect: () => connect(url, log), mayComeLater: () => true };
  return waitFor(connecting, { log, signal });
};

/** A server that ends says nothing else. */
const CLOSED = new Error('The connection was closed.');

const connect = async (url: string, log: Log): Promise<Redis> => {
  const state: { hasConnected: boolean; isLost: boolean; failure?: Error } = {
    hasConnected: false,
    isLost: false,
  };
  const retryStrategy = (attempt: number) =>
    state.hasConnected ? Math.min(50 * 2 ** Math.min(attempt, 10), RECONNECT_MS_MAX) : null;
  const client = new Redis(url, { ...OPTIONS, retryStrategy });
  const engine = placeOf(url);
  client.on('error', (error) => {
    state.failure ??= error;
  });
  client.on('close', () => {
    if (!state.hasConnected || state.isLost) return;
    state.isLost = true;
    log.warn({ engine, reason: reasonOf(state.failure ?? CLOSED) }, 'Redis does not answer');
  });
  client.on('ready', () => {
    if (state.isLost) log.info({ engine }, 'Redis is back');
    state.isLost = false;
    Reflect.deleteProperty(state, 'failure');
  });
  try {
    await client.connect();
    await client.ping();
    state.hasConnected = true;
    return client;
  } catch (error) {
    client.disconnect();
    throw refusalOf(state.failure ?? error, url);
  }
};

/** What Redis says to a password that it does not take, or to none where it wants one. */
const REFUSED = /^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/;

const refusalOf = (error: unknown, url: string): unknown =>
  error instanceof Error && REFUSED.test(error.message)
    ? new Refusal(`Redis at ${new URL(url).host} refuses the password: mend REDIS_URL.`, { cause: error })
    : error;
