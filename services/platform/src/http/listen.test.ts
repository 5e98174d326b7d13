import { Agent, type IncomingMessage, request } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { type Listening, listen } from './listen.ts';
import { announceOwnConnection, keepOwnConnection } from './own-connection.ts';

const LONG_MS = 60_000;
/** More than a reader takes without being read from, less than the kernel does. */
const FILE = Buffer.alloc(1_000_000);

const open: Listening[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close(0);
});

/** A server that holds the answer to `/slow` back until it is let go. */
const start = async () => {
  const asked = Promise.withResolvers<unknown>();
  const letGo = Promise.withResolvers<unknown>();
  const server = await listen(
    (message, response) => {
      if (message.url !== '/slow') {
        response.end('quick');
        return;
      }
      response.setHeader('Content-Length', 4);
      response.write('sl');
      asked.resolve(undefined);
      void letGo.promise.then(() => response.end('ow'));
    },
    { host: '127.0.0.1', port: 0 },
  );
  open.push(server);
  return { server, asked: asked.promise, letGo: () => letGo.resolve(undefined) };
};

const get = async (port: number, path: string, agent?: Agent): Promise<IncomingMessage> => {
  const sent = request({ port, path, ...(agent === undefined ? {} : { agent }) }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  // A reset is told to the request as well as to its answer, where it is looked for.
  sent.on('error', () => undefined);
  return answer;
};

const anUnusedConnection = async (port: number) => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return { gone: once(socket, 'close') };
};

const textOf = async (answer: IncomingMessage): Promise<string> =>
  Buffer.concat((await answer.toArray()) as Buffer[]).toString();

test('when twenty wait for the end of an answer, then Node takes them for no leak', async () => {
  const { promise: most, resolve } = Promise.withResolvers<number>();
  const server = await listen(
    (_message, response) => {
      resolve(response.getMaxListeners());
      response.end();
    },
    { host: '127.0.0.1', port: 0 },
  );
  open.push(server);
  await get(server.port, '/');
  expect(await most).toBeGreaterThanOrEqual(20);
});

test('when a request names the whole address, then it is asked for what stands behind the server', async () => {
  const echo = await listen((message, response) => response.end(message.url), {
    host: '127.0.0.1',
    port: 0,
  });
  open.push(echo);
  const heard = async (path: string) => {
    const answer = await get(echo.port, path);
    return Buffer.concat((await answer.toArray()) as Buffer[]).toString();
  };
  expect(await heard('http://elsewhere.example/api/v1/assets?q=http://x/')).toBe(
    '/api/v1/assets?q=http://x/',
  );
  expect(await heard('HTTPS://elsewhere.example:8443')).toBe('/');
  expect(await heard('http://elsewhere.example?q=1')).toBe('/?q=1');
  expect(await heard('/http://x/')).toBe('/http://x/');
});

test('when who is refused in the middle of a body sends on and on, then the answer can be read, and the connection is cut', async () => {
  const server = await listen((_message, response) => response.writeHead(409).end(), {
    host: '127.0.0.1',
    port: 0,
  });
  open.push(server);
  const sent = request({ port: server.port, method: 'PATCH' });
  // The cut is told as an error where it meets a piece that is being sent; `once` would take that for its own.
  sent.on('error', () => undefined);
  const cut = new Promise((resolve) => sent.once('close', () => resolve('cut')));
  const sending = setInterval(() => sent.write('more'), 50);
  try {
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(409);
    expect(await cut).toBe('cut');
  } finally {
    clearInterval(sending);
  }
});

test('when it withdraws, then it goes on answering, and each answer is the last of its connection', async () => {
  const { server } = await start();
  const agent = new Agent({ keepAlive: true });
  const before = await get(server.port, '/', agent);
  expect([await textOf(before), before.headers.connection]).toEqual(['quick', 'keep-alive']);
  server.withdraw();
  const after = await get(server.port, '/', agent);
  expect([await textOf(after), after.headers.connection]).toEqual(['quick', 'close']);
  agent.destroy();
});

test('when it closes, then a running answer ends whole, and a connection that is kept alive does not hold it up', async () => {
  const { server, asked, letGo } = await start();
  const agent = new Agent({ keepAlive: true });
  const answer = await get(server.port, '/slow', agent);
  await asked;
  const closed = server.close(LONG_MS);
  await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow();
  letGo();
  expect(await textOf(answer)).toBe('slow');
  await closed;
  agent.destroy();
});

test('when an answer runs on beyond the grace, then its connection is reset', async () => {
  const { server, asked } = await start();
  const answer = await get(server.port, '/slow');
  await asked;
  const [outcome] = await Promise.all([textOf(answer).catch((error: unknown) => error), server.close(0)]);
  expect(outcome).toMatchObject({ code: 'ECONNRESET' });
});

test('when a whole file is with the kernel and its reader takes it slowly, then the server waits for the reader', async () => {
  const server = await listen(
    (message, response) => {
      announceOwnConnection(message, response);
      response.setHeader('Content-Length', FILE.length).write(FILE);
      keepOwnConnection(message);
      response.end();
    },
    { host: '127.0.0.1', port: 0 },
  );
  open.push(server);
  const unused = await anUnusedConnection(server.port);
  const answer = await get(server.port, '/');
  const closed = server.close(LONG_MS).then(() => 'closed');
  await unused.gone;
  expect(await Promise.race([closed, Promise.resolve('open')])).toBe('open');
  expect(Buffer.concat((await answer.toArray()) as Buffer[]).length).toBe(FILE.length);
  expect(await closed).toBe('closed');
});

test('when a connection was opened and nothing ever came, then it does not hold the end up', async () => {
  const { server } = await start();
  const unused = await anUnusedConnection(server.port);
  expect(await textOf(await get(server.port, '/'))).toBe('quick');
  await server.close(LONG_MS);
  await unused.gone;
});
