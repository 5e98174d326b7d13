import type { Log } from '../log/log.ts';
import { withinTime } from '../schedule/within-time.ts';
import { type RedisClient, REDIS_TIMEOUT_MS, connectToRedis } from './connect-to-redis.ts';
import type { KeyValue } from './port.ts';

/** The key-value port on Redis, shared by all replicas of a process. */
export interface RedisKeyValue extends KeyValue {
  /** Rejects while Redis does not answer. */
  ping: () => Promise<void>;
}

/**
 * Adds one; the first sets the end. One script is one step: no crash leaves a counter without an end, and the
 * milliseconds are those of Redis' own clock.
 */
const INCREMENT = `
  local count = redis.call('INCR', KEYS[1])
  local left = redis.call('PTTL', KEYS[1])
  if left < 0 then
    left = tonumber(ARGV[1])
    redis.call('PEXPIRE', KEYS[1], left)
  end
  return {count, left}`;

/** Keeps our keys apart from those of others on the same server. */
const PREFIX = 'vitrine:';

/**
 * Opens the key-value port on Redis 6 or later, waiting for a server that is not there yet. Each call ends within a
 * second: with what Redis says, or with an error.
 * @throws Refusal with a sentence for a wrong password
 */
export const openRedisKeyValue = async (options: {
  url: string;
  log: Log;
  signal: AbortSignal;
}): Promise<RedisKeyValue> => {
  const client = await connectToRedis(options);
  return {
    get: (key) => soon(client.get(PREFIX + key)),
    set: async (key, value, { ttlSeconds }) => {
      const expiration = { type: 'PX', value: Math.ceil(ttlSeconds * 1_000) } as const;
      await soon(client.set(PREFIX + key, value, { expiration }));
    },
    delete: async (key) => {
      await soon(client.del(PREFIX + key));
    },
    increment: (key, { ttlSeconds }) => increment(client, key, ttlSeconds),
    ping: async () => {
      await soon(client.ping());
    },
    close: async () => {
      await withinTime(client.close(), REDIS_TIMEOUT_MS, '').catch(() => client.destroy());
    },
  };
};

const increment = async (client: RedisClient, key: string, ttlSeconds: number) => {
  const script = { keys: [PREFIX + key], arguments: [String(Math.ceil(ttlSeconds * 1_000))] };
  const [count, leftMs] = (await soon(client.eval(INCREMENT, script))) as [number, number];
  return { count, resetSeconds: Math.max(1, Math.ceil(leftMs / 1_000)) };
};

/** The client's own limit ends only what was not sent yet. */
const soon = <Reply>(reply: Promise<Reply>): Promise<Reply> =>
  withinTime(reply, REDIS_TIMEOUT_MS, 'Redis did not answer in time.');
