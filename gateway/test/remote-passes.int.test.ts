import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as send } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ACTOR_HEADER } from '@vitrine/platform/actor/actor-statement.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { type OddService, gatewayBeforeService } from './testing/odd-service.ts';
import { rawConnection, rawExchange } from './testing/raw-exchange.ts';
import { aPerson, signedIn, statements } from './testing/running-gateway.ts';

let service: OddService;
beforeEach(async () => {
  service = await gatewayBeforeService();
});
afterEach(() => service.stop());

const MIB = 1_024 * 1_024;

test.each([
  [200, { 'Content-Length': '5', ETag: '"a"', 'Accept-Ranges': 'bytes' }, 'GET', 'hello'],
  [206, { 'Content-Length': '2', ETag: '"a"', 'Content-Range': 'bytes 1-2/5' }, 'GET', 'el'],
  [304, { ETag: '"a"' }, 'GET', ''],
  [416, { 'Content-Length': '0', 'Content-Range': 'bytes */5' }, 'GET', ''],
  [200, { 'Content-Length': '123456789012', ETag: '"a"' }, 'HEAD', ''],
  [204, {}, 'GET', ''],
])(
  'when the service answers %i with %j to a %s, then that is what comes',
  async (status, said, method, text) => {
    service.state.behave = (_request, response) => response.writeHead(status, said).end(text);
    const { head, body, ending } = await rawExchange(service.url, { path: '/d/ticket', method });
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const [name, value] of Object.entries(said)) expect(head).toContain(`\r\n${name}: ${value}`);
    expect(head).not.toMatch(/transfer-encoding/i);
    expect({ text: body.toString(), ending }).toEqual({ text, ending: 'end' });
  },
);

test('when headers come twice, they go on twice; what is for one connection stays there', async () => {
  service.state.behave = (_request, response) => {
    const said = [
      'Set-Cookie',
      'a=1',
      'Set-Cookie',
      'b=2',
      'X-Link',
      'x',
      'Connection',
      'X-Link',
      'Warning',
      'é',
    ];
    response.writeHead(200, [...said, 'Content-Length', '0']).end();
  };
  const { head } = await rawExchange(service.url, { path: '/d/ticket' });
  expect(head).toContain('Set-Cookie: a=1\r\nSet-Cookie: b=2');
  expect(head).toContain('Warning: é');
  expect(head).not.toContain('X-Link');
});

test('when a request goes on, then with its query, conditions, trace and who acts, and without cookies', async () => {
  const { gateway, state } = service;
  const person = aPerson(gateway);
  state.behave = (request, response) =>
    response.end(JSON.stringify({ url: request.url, ...request.headers }));
  const browser = await signedIn(gateway, person);
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
  const headers = [
    'Range: bytes=0-1',
    'If-Range: "a"',
    `Traceparent: ${traceparent}`,
    `Cookie: ${cookie}`,
    'Connection: close, X-Hop',
    'X-Hop: 1',
    'Vitrine-Actor: forged',
  ];
  const { body } = await rawExchange(service.url, { path: '/d/ticket?as=me&x=%2F', headers });
  const got = JSON.parse(body.toString().replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, '')) as Record<
    string,
    string
  >;
  expect(got).toMatchObject({ url: '/d/ticket?as=me&x=%2F', range: 'bytes=0-1', 'if-range': '"a"' });
  expect(got['traceparent']).toMatch(new RegExp(`^00-${'a'.repeat(32)}-`));
  expect(await statements.verify(got[ACTOR_HEADER], 'download')).toMatchObject({ userId: person.userId });
  expect(got).not.toHaveProperty('cookie');
  expect(got).not.toHaveProperty('x-hop');
});

test.each(['a length', 'chunks'])(
  'when a large file is uploaded with %s, then it arrives as it is taken',
  async (how) => {
    const goOn = Promise.withResolvers<undefined>();
    const taken = createHash('sha256');
    service.state.behave = async (request, response) => {
      await goOn.promise;
      for await (const chunk of request) taken.update(chunk as Buffer);
      response.end(taken.digest('hex'));
    };
    const block = Buffer.alloc(MIB, 'v');
    const sent = createHash('sha256');
    const upload = send(`${service.url}/api/v1/assets`, {
      method: 'POST',
      headers: how === 'chunks' ? {} : { 'content-length': 48 * MIB },
    });
    const answered = once(upload, 'response');
    let handedOver = 0;
    const write = async (blocks: number) => {
      for (; handedOver < blocks; handedOver += 1) {
        sent.update(block);
        if (!upload.write(block)) await once(upload, 'drain');
      }
    };
    const writing = write(48);
    await eventually(() => expect(upload.writableNeedDrain && service.state.asked === 1).toBe(true));
    // The service takes nothing: what is on its way is in sockets, and the gateway keeps none of it.
    expect(handedOver).toBeLessThan(32);
    goOn.resolve(undefined);
    await writing;
    upload.end();
    const [answer] = (await answered) as [NodeJS.ReadableStream];
    expect(await textOf(answer)).toBe(sent.digest('hex'));
    expect(service.state.asked).toBe(1);
  },
);

test('when the client goes, then the request to the service is ended at once, wherever it is', async () => {
  const gone: string[] = [];
  service.state.behave = (request, response) => {
    request.resume();
    response.once('close', () => gone.push(request.url ?? ''));
    if (request.url === '/d/streaming') response.writeHead(200).write('x');
  };
  for (const [method, path, headers] of [
    ['GET', '/d/streaming', []],
    ['GET', '/d/waiting', []],
    ['POST', '/api/v1/assets', ['Content-Length: 1000']],
  ] as const) {
    const { socket, send: write } = rawConnection(service.url);
    const { asked } = service.state;
    write(method, path, '1.1', headers);
    await eventually(() => expect(service.state.asked).toBe(asked + 1));
    const startedAt = performance.now();
    socket.destroy();
    await eventually(() => expect(gone).toContain(path));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }
});

test('when events stream, then each passes as it comes, the head before all', async () => {
  const next = Promise.withResolvers<undefined>();
  service.state.behave = async (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
    await next.promise;
    response.write('data: 1\n\n');
  };
  const { send: write, received, socket } = rawConnection(service.url);
  write('GET', '/api/v1/assets');
  await eventually(() => expect(received().toString()).toContain('text/event-stream'));
  next.resolve(undefined);
  await eventually(() => expect(received().toString()).toContain('data: 1'));
  socket.destroy();
});

const textOf = async (stream: NodeJS.ReadableStream): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};
