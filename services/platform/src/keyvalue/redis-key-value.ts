import { EngineAway } from '../errors/engine-away.ts';
import type { Log } from '../log/log.ts';
import { withinTime } from '../schedule/within-time.ts';
import { REDIS_TIMEOUT_MS, connectToRedis } from './connect-to-redis.ts';
import type { Counted, KeyValue } from './port.ts';

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

/** One script is one step: the count is of the time that is told with it. */
const COUNTED = `
  return {tonumber(redis.call('GET', KEYS[1]) or 0), redis.call('PTTL', KEYS[1])}`;

/** Adds at the end. One script is one step: no crash leaves a key without an end, and no two take the same place. */
const ADD_MEMBER = `
  if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then
    local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
    redis.call('ZADD', KEYS[1], tonumber(last[2] or 0) + 1, ARGV[1])
  end
  redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

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
    get: (key) => inTime(client.get(PREFIX + key)),
    set: async (key, value, { ttlSeconds }) => {
      await inTime(client.set(PREFIX + key, value, 'PX', msOf(ttlSeconds)));
    },
    replace: async (key, value) => {
      await inTime(client.set(PREFIX + key, value, 'KEEPTTL', 'XX'));
    },
    delete: async (key) => {
      await inTime(client.del(PREFIX + key));
    },
    increment: (key, { ttlSeconds }) => count(client.eval(INCREMENT, 1, PREFIX + key, msOf(ttlSeconds))),
    counted: (key) => count(client.eval(COUNTED, 1, PREFIX + key)),
    addMember: async (key, member, { ttlSeconds }) => {
      await inTime(client.eval(ADD_MEMBER, 1, PREFIX + key, member, String(msOf(ttlSeconds))));
    },
    members: (key) => inTime(client.zrange(PREFIX + key, '0', '-1')),
    removeMember: async (key, member) => {
      await inTime(client.zrem(PREFIX + key, member));
    },
    ping: async () => {
      await inTime(client.ping());
    },
    // What it was told it has answered: there is nothing to wait for.
    close: async () => {
      client.disconnect();
    },
  };
};

const inTime = async <Reply>(reply: Promise<Reply>): Promise<Reply> => {
  try {
    return await withinTime(reply, REDIS_TIMEOUT_MS, 'Redis does not answer.');
  } catch (error) {
    throw isNotConnected(error) ? new EngineAway('Redis is not connected.', { cause: error }) : error;
  }
};

/** What the client says of a command while it has no connection, or whose connection went: of its stream and its options. */
const isNotConnected = (error: unknown): boolean =>
  error instanceof Error && /^(Stream isn't writeable|Connection is closed)/.test(error.message);

const count = async (reply: Promise<unknown>): Promise<Counted> => {
  const [count, leftMs] = await inTime(reply as Promise<[number, number]>);
  return { count, resetSeconds: count === 0 ? 0 : Math.max(1, Math.ceil(leftMs / 1_000)) };
};

const msOf = (ttlSeconds: number): number => Math.ceil(ttlSeconds * 1_000);
