import { Redis } from 'ioredis';
import { redis } from '../testing/infrastructure/redis.ts';
import { keyValueConformance } from '../testing/key-value-conformance.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { openRedisKeyValue } from './redis-key-value.ts';

/** Takes so much time from every key of ours: Redis has no clock that could be moved. */
const AGE = `
  for _, key in ipairs(redis.call('KEYS', 'vitrine:*')) do
    redis.call('PEXPIRE', key, redis.call('PTTL', key) - ARGV[1])
  end`;

keyValueConformance(
  'Redis',
  async () => {
    const server = await redis.start();
    const open = () =>
      openRedisKeyValue({ url: server.url, log: quietLog, signal: new AbortController().signal });
    const opened = [await open()];
    const time = new Redis(server.url);
    return {
      keyValue: opened[0]!,
      passSeconds: async (seconds) => {
        await time.eval(AGE, 0, seconds * 1_000);
      },
      reopen: async () => {
        const again = await open();
        opened.push(again);
        return again;
      },
      close: async () => {
        await Promise.all(opened.map((each) => each.close()));
        time.disconnect();
        await server.stop();
      },
    };
  },
  redis.requirement,
);
