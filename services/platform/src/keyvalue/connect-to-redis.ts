import { createClient } from '@redis/client';
import { Refusal } from '../errors/refusal.ts';
import type { Log } from '../log/log.ts';
import { placeOf, waitFor } from '../service/wait-for.ts';

export type RedisClient = Awaited<ReturnType<typeof connect>>;

/** Small enough for a person who waits: whoever needs more than that from Redis goes on without it. */
export const REDIS_TIMEOUT_MS = 1_000;
/** A link over which nothing comes for so long, not even the answer to a ping, is dead. */
const SILENCE_MS = 3_000;
const PING_EVERY_MS = 1_000;
const RECONNECT_MS_MAX = 1_000;

/**
 * A connection to Redis that comes back by itself. One that is not there at the start is waited for. While it is lost
 * each command fails at once: nothing is kept to be sent later.
 * @param options.url `redis://user:password@host:port`, or `rediss:` over TLS
 * @throws Refusal with a sentence for a wrong password; the reason of `signal` when that ends the waiting
 */
export const connectToRedis = (options: {
  url: string;
  log: Log;
  signal: AbortSignal;
}): Promise<RedisClient> => {
  const { url, log, signal } = options;
  return waitFor(
    { name: 'Redis', url, connect: () => connect(url, log), mayComeLater: isComing },
    { log, signal },
  );
};

const connect = async (url: string, log: Log) => {
  const state = { hasConnected: false, isLost: false };
  const client = createClient({
    url,
    name: 'vitrine',
    disableOfflineQueue: true,
    pingInterval: PING_EVERY_MS,
    commandOptions: { timeout: REDIS_TIMEOUT_MS },
    socket: {
      connectTimeout: 2 * REDIS_TIMEOUT_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (retries) =>
        state.hasConnected && Math.min(50 * 2 ** Math.min(retries, 10), RECONNECT_MS_MAX),
    },
  });
  const engine = placeOf(url);
  client.on('error', (error: unknown) => {
    if (!state.hasConnected || state.isLost) return;
    state.isLost = true;
    log.warn({ engine, err: error }, 'Redis does not answer');
  });
  client.on('ready', () => {
    if (state.isLost) log.info({ engine }, 'Redis is back');
    state.isLost = false;
    state.hasConnected = true;
  });
  try {
    return await client.connect();
  } catch (error) {
    throw refusalOf(error, url);
  }
};

/** What Redis says to a password that it does not take, or to none where it wants one. */
const REFUSED = /^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/;

const refusalOf = (error: unknown, url: string): unknown =>
  error instanceof Error && REFUSED.test(error.message)
    ? new Refusal(`Redis at ${new URL(url).host} refuses the password: mend REDIS_URL.`, { cause: error })
    : error;

/** Whatever else keeps a server from letting us in passes: it starts, loads its data, or cannot be reached yet. */
const isComing = (error: unknown): boolean => error instanceof Error;
