import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runContainer } from './engine-container.ts';
import { type WaysToEngine, defineEngine } from './engine.ts';

/** A Docker engine that answers, and has nothing. A process of its own: who asks it waits without a turn for others. */
const EMPTY_ENGINE = `
  require('node:http').createServer((request, response) => {
    const isPing = request.url.endsWith('/_ping');
    response.writeHead(isPing ? 200 : 404, { 'content-type': 'application/json' });
    response.end(isPing ? 'OK' : '{"message":"nothing here"}');
  }).listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

interface FakeEngine {
  from: string;
  stop: () => Promise<void>;
}

let docker: ChildProcess;
const before = process.env['DOCKER_HOST'];
beforeAll(async () => {
  docker = spawn(process.execPath, ['-e', EMPTY_ENGINE], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [port] = (await once(docker.stdout!, 'data')) as [Buffer];
  process.env['DOCKER_HOST'] = `tcp://127.0.0.1:${port.toString().trim()}`;
});
afterAll(async () => {
  if (before === undefined) Reflect.deleteProperty(process.env, 'DOCKER_HOST');
  else process.env['DOCKER_HOST'] = before;
  docker.kill();
  await once(docker, 'exit');
});

const engineWith = (ways: Pick<WaysToEngine<FakeEngine>, 'inContainer' | 'containerWithinMs'>) =>
  defineEngine<FakeEngine>({
    name: 'an engine',
    addressVariable: 'TEST_NO_SUCH_ENGINE',
    binary: 'sh',
    atAddress: () => Promise.reject(new Error('Never at an address.')),
    fromBinary: async () => ({ from: 'binary', stop: () => Promise.resolve() }),
    ...ways,
  });

test('when a Docker engine answers and has no image, then the program is taken, and it is not asked again', async () => {
  let asked = 0;
  const engine = engineWith({
    inContainer: async () => {
      asked += 1;
      const image = 'nobody/nothing:1';
      return { ...(await runContainer({ image, port: 1, readyLog: /never/ })), from: 'container' };
    },
  });
  expect((await engine.start()).from).toBe('binary');
  expect((await engine.start()).from).toBe('binary');
  expect(asked).toBe(1);
});

test('when a container takes too long, then the program is taken, and the container ends when it comes', async () => {
  const coming = Promise.withResolvers<FakeEngine>();
  const stopped = Promise.withResolvers<undefined>();
  const engine = engineWith({ inContainer: () => coming.promise, containerWithinMs: 10 });
  expect((await engine.start()).from).toBe('binary');
  coming.resolve({ from: 'container', stop: async () => stopped.resolve(undefined) });
  await stopped.promise;
});

test('when a container starts, then it is taken', async () => {
  const container = { from: 'container', stop: () => Promise.resolve() };
  expect(await engineWith({ inContainer: async () => container }).start()).toBe(container);
});
