import { afterEach, expect } from '@jest/globals';
import { Refusal } from '../errors/refusal.ts';
import { eventually } from '../testing/eventually.ts';
import { openFaultyLink } from '../testing/faulty-link.ts';
import { REDIS_PASSWORD, redis, redisWithPassword } from '../testing/infrastructure/redis.ts';
import { heardLog } from '../testing/heard-log.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { testWhere } from '../testing/requires.ts';
import { standStill } from '../testing/stand-still.ts';
import { REDIS_TIMEOUT_MS } from './connect-to-redis.ts';
import { openRedisKeyValue } from './redis-key-value.ts';

const { requirement } = redis.own;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const aServer = async (engine = redis.own) => {
  const server = await engine.start();
  ends.push(server.stop);
  return server;
};

const aLink = async (url: string) => {
  const link = await openFaultyLink({ port: Number(new URL(url).port) });
  ends.push(link.close);
  return link;
};

const opening = (url: string, log = quietLog) =>
  openRedisKeyValue({ url, log, signal: AbortSignal.timeout(20_000) });

const open = async (url: string, log = quietLog) => {
  const keyValue = await opening(url, log);
  ends.push(keyValue.close);
  return keyValue;
};

const timed = async (work: () => Promise<unknown>) => {
  const startedAt = performance.now();
  const outcome = await work().then(
    () => 'answered',
    () => 'failed',
  );
  return { outcome, tookMs: performance.now() - startedAt };
};

testWhere(
  requirement,
  'when Redis is not there at the start, then it is waited for, and said so',
  async () => {
    const server = await aServer();
    const link = await aLink(server.url);
    link.cut();
    const { lines, log } = heardLog();
    const opened = open(link.through(server.url), log);
    await eventually(() => expect(lines).toEqual(['Redis is not there yet; waiting for it']));
    link.heal();
    await (await opened).set('a', '1', { ttlSeconds: 10 });
    expect(lines.at(-1)).toBe('Redis is there');
  },
);

testWhere(
  requirement,
  'when the password is wrong or missing, then a sentence says so, without it',
  async () => {
    const { url } = await aServer(redisWithPassword);
    const withPassword = (password: string) => url.replace('//', `//:${password}@`);
    for (const wrong of [url, withPassword('not-the-one')]) {
      const refusal = await opening(wrong).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      expect(String(refusal)).toBe(
        `Refusal: Redis at ${new URL(url).host} refuses the password: mend REDIS_URL.`,
      );
    }
    await (await open(withPassword(REDIS_PASSWORD))).ping();
  },
);

testWhere(
  requirement,
  'when Redis crashes and comes again, then calls fail until then, and nothing is lost',
  async () => {
    const server = await aServer();
    const { lines, log } = heardLog();
    const keyValue = await open(server.url, log);
    await keyValue.set('session', 'kept', { ttlSeconds: 100 });
    await keyValue.increment('limit', { ttlSeconds: 100 });
    await server.kill();
    await eventually(async () => {
      expect(await timed(() => keyValue.get('session'))).toMatchObject({ outcome: 'failed' });
    });
    await expect(keyValue.get('session')).rejects.toThrow('Redis is not connected.');
    const lost = await Promise.all([
      timed(() => keyValue.get('session')),
      timed(() => keyValue.increment('limit', { ttlSeconds: 100 })),
      timed(() => keyValue.ping()),
    ]);
    for (const { outcome, tookMs } of lost) {
      expect(outcome).toBe('failed');
      expect(tookMs).toBeLessThan(5_000);
    }
    await server.start();
    expect(await eventually(() => keyValue.get('session'))).toBe('kept');
    expect(await keyValue.increment('limit', { ttlSeconds: 100 })).toMatchObject({ count: 2 });
    expect(lines).toEqual(['Redis is there', 'Redis does not answer', 'Redis is back']);
  },
);

testWhere(
  requirement,
  'when the link is a black hole, then each call ends in time, and soon at once',
  async () => {
    const server = await aServer();
    const link = await aLink(server.url);
    const keyValue = await open(link.through(server.url));
    link.stall();
    const first = await timed(() => keyValue.get('a'));
    expect(first.outcome).toBe('failed');
    expect(first.tookMs).toBeLessThan(10_000);
    await eventually(async () => {
      expect((await timed(() => keyValue.get('a'))).tookMs).toBeLessThan(100);
    });
    link.heal();
    expect(await eventually(() => keyValue.get('a'))).toBeNull();
  },
);

testWhere(
  requirement,
  'when this process stood still for longer than a call may take, then what Redis answered is heard',
  async () => {
    const keyValue = await open((await aServer()).url);
    await keyValue.set('session', 'kept', { ttlSeconds: 100 });
    const asked = keyValue.get('session');
    standStill(REDIS_TIMEOUT_MS + 200);
    expect(await asked).toBe('kept');
  },
);

testWhere(
  requirement,
  'when it is closed while Redis is away, then that ends, and nothing is tried any more',
  async () => {
    const server = await aServer();
    const keyValue = await opening(server.url);
    await server.kill();
    const { outcome, tookMs } = await timed(() => keyValue.close());
    expect(outcome).toBe('answered');
    expect(tookMs).toBeLessThan(10_000);
    await expect(keyValue.get('a')).rejects.toThrow();
  },
);
