import { runContainer } from './engine-container.ts';
import { freePort } from '../free-port.ts';
import { engineFolder, notOurs, runEngine, type RunningEngine } from './engine-process.ts';
import { defineEngine } from './engine.ts';
import { connect } from 'node:net';
import { once } from 'node:events';

/** A Redis server for tests. */
export interface RedisServer extends RunningEngine {
  url: string;
}

const IMAGE = 'redis:7.4.6-alpine';

/** Redis; where one runs already: `TEST_REDIS_URL`. It keeps what it was told over `kill` and `start`. */
export const redis = aRedis([]);

/** Redis that takes no command without this password. */
export const REDIS_PASSWORD = 'a-secret-of-tests-only';
export const redisWithPassword = aRedis(['--requirepass', REDIS_PASSWORD]).own;

function aRedis(settings: readonly string[]) {
  // What it acknowledged is there after a kill, however slow the disk is.
  const args = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', ...settings];
  return defineEngine<RedisServer>({
    name: 'Redis',
    addressVariable: 'TEST_REDIS_URL',
    binary: 'redis-server',
    atAddress: async (url) => ({ url, ...notOurs }),
    inContainer: async () => {
      const engine = await runContainer({
        image: process.env['TEST_REDIS_IMAGE'] ?? IMAGE,
        port: 6379,
        // It would let in nobody from outside of the container who brings no password.
        command: ['redis-server', '--protected-mode', 'no', ...args],
        readyLog: /Ready to accept connections/,
      });
      return { ...engine, url: `redis://${engine.host}:${engine.port}` };
    },
    fromBinary: async (file) => {
      const folder = await engineFolder('redis');
      const port = await freePort();
      const place = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
      const isReady = () => answers(port);
      const engine = await runEngine({ name: 'Redis', file, args: [...place, ...args], folder, isReady });
      return { ...engine, url: `redis://127.0.0.1:${port}` };
    },
  });
}

/** It answers PING when it has read its data: with an error where it wants a password first. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write('PING\r\n');
    const [said] = (await once(socket, 'data')) as [Buffer];
    return /^(\+PONG|-NOAUTH)/.test(said.toString());
  } finally {
    socket.destroy();
  }
}
