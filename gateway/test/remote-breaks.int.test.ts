import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';
import { type OddService, gatewayBeforeService } from './testing/odd-service.ts';
import { rawConnection, rawExchange } from './testing/raw-exchange.ts';
import { echoes, runGateway } from './testing/running-gateway.ts';

const BYTE_SIZE = 4_000_000;
const half = Buffer.alloc(BYTE_SIZE / 2, 'x');

let service: OddService;
beforeEach(async () => {
  service = await gatewayBeforeService({ silenceMs: 300, answerMs: 300, promptMs: 300, connectMs: 300 });
});
afterEach(() => service.stop());

/** Sends the half of what it promised, and then breaks off in one of the ways in which that happens. */
const breakingOff =
  (headers: Record<string, string | number>, breakOff: (response: ServerResponse) => void): RequestListener =>
  (_request, response) => {
    response.writeHead(200, headers);
    response.write(half, () => breakOff(response));
  };

const withLength = { 'Content-Length': BYTE_SIZE };
const breaks: [string, RequestListener][] = [
  ['destroys a chunked answer', breakingOff({}, (response) => response.destroy())],
  ['resets a chunked answer', breakingOff({}, ({ socket }) => resetConnection(socket))],
  ['destroys one with a length', breakingOff(withLength, (response) => response.destroy())],
  ['resets one with a length', breakingOff(withLength, ({ socket }) => resetConnection(socket))],
  ['ends one before its length', breakingOff(withLength, (response) => response.end())],
  ['falls silent', breakingOff(withLength, () => undefined)],
];

describe.each(['1.1', '1.0'])('over HTTP/%s', (version) => {
  test.each(breaks)('when the service %s, then the client is reset, never ended', async (_how, behave) => {
    service.state.behave = behave;
    const { head, ending } = await rawExchange(service.url, { path: '/d/ticket', version });
    expect(head).toContain(' 200 ');
    expect(ending).toBe('reset');
  });

  test('when the service answers whole, then the client gets it whole, and an end', async () => {
    service.state.behave = (_request, response) => {
      response.writeHead(200, withLength);
      response.write(half);
      response.end(half);
    };
    const { body, ending } = await rawExchange(service.url, { path: '/d/ticket', version });
    expect({ byteSize: body.length, ending }).toEqual({ byteSize: BYTE_SIZE, ending: 'end' });
  });
});

test.each<[string, RequestListener]>([
  ['hangs', () => undefined],
  ['resets', (request) => resetConnection(request.socket)],
  [
    'breaks off after the head',
    (_request, response) => {
      response.writeHead(200, withLength).flushHeaders();
      response.socket?.destroySoon();
    },
  ],
])(
  'when the service %s before the first byte, then 503, with nothing of what it said',
  async (_how, behave) => {
    service.state.behave = behave;
    const { head, body } = await rawExchange(service.url, { path: '/d/ticket' });
    expect(head).toMatch(/^HTTP\/1\.1 503 /);
    expect(head).toMatch(/retry-after: [12]\r/i);
    expect(head).not.toContain(String(BYTE_SIZE));
    expect(JSON.parse(body.toString())).toMatchObject({ code: 'temporarily-unavailable' });
  },
);

const asset = '/api/v1/assets/0198f0a0-0000-7000-8000-000000000001';

test.each<[string, RequestInit]>([
  ['read', { method: 'GET' }],
  ['change a little', { method: 'PATCH', body: '{"title":"New"}' }],
])(
  'when the service hangs for all who %s, then soon it is not asked any more, and 503 comes at once',
  async (_what, init) => {
    for (let time = 0; time < 5; time += 1) await fetch(service.url + asset, init);
    const { asked } = service.state;
    const { head } = await rawExchange(service.url, { path: '/api/v1/assets' });
    expect(head).toMatch(/^HTTP\/1\.1 503 /);
    // At once: it was not asked.
    expect(service.state.asked).toBe(asked);
    service.state.behave = (_request, response) => response.end('back');
    await eventually(async () => {
      expect((await rawExchange(service.url, { path: '/api/v1/assets' })).head).toContain('200 OK');
    });
  },
);

test('when the service hangs, then what takes no time by its nature is not waited for as long as bytes are', async () => {
  const patient = await gatewayBeforeService({ promptMs: 50 });
  const held = Promise.withResolvers<ServerResponse>();
  patient.state.behave = (request, response) => {
    if (request.url?.endsWith('thumbnail') === true) held.resolve(response);
  };
  const thumbnail = fetch(`${patient.url}${asset}/thumbnail`);
  const response = await held.promise;
  expect((await fetch(`${patient.url}/api/v1/assets`)).status).toBe(503);
  response.end('a picture');
  expect(await (await thumbnail).text()).toBe('a picture');
  await patient.stop();
});

test('when a connection breaks that was kept, then what reads is asked again; what changes something is not', async () => {
  service.state.behave = (_request, response) => response.end('first');
  await rawExchange(service.url, { path: '/api/v1/assets' });
  let isBroken = false;
  service.state.behave = (request, response) => {
    if (isBroken) return void response.end('again');
    isBroken = true;
    resetConnection(request.socket);
  };
  expect((await rawExchange(service.url, { path: '/api/v1/assets' })).body.toString()).toContain('again');
  isBroken = false;
  expect((await rawExchange(service.url, { path: asset, method: 'DELETE' })).head).toMatch(
    /^HTTP\/1\.1 503 /,
  );
});

test.each(['stall', 'cut'] as const)(
  'when the link to the service fails (%s), then a reset',
  async (fault) => {
    const link = await openFaultyLink({ port: service.port });
    const download = service.at(`http://127.0.0.1:${link.port}`);
    const gateway = await runGateway({ upstreams: { ...echoes(), download } });
    service.state.behave = breakingOff(withLength, () => undefined);
    const { send, received, ended } = rawConnection(gateway.url);
    send('GET', '/d/ticket');
    await eventually(() => expect(received().length).toBeGreaterThan(1_000));
    link[fault]();
    expect((await ended()).ending).toBe('reset');
    await gateway.stop();
    await link.close();
  },
);
