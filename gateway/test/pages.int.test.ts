import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Gateway, runGateway } from './testing/running-gateway.ts';

interface OperationWithBody {
  requestBody?: { content: Record<string, { schema: { additionalProperties?: boolean } }> };
}

let gateway: Gateway;
let overHttps: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
  overHttps = await runGateway({ publicUrl: 'https://portal.example', trustedProxies: 1 });
});
afterAll(async () => {
  await gateway.stop();
  await overHttps.stop();
});

const get = (path: string, headers = {}) => gateway.browser().ask('GET', path, undefined, headers);

test('when an address is one of the page, then its document answers, asked for anew each time', async () => {
  for (const path of ['/', '/shares', '/shares/x?tab=guests', '/index.html']) {
    const answer = await get(path, { accept: 'text/html' });
    expect(answer.status).toBe(200);
    expect(answer.body['text']).toContain('<title>Vitrine</title>');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const again = await get(path, {
      'if-none-match': answer.headers.get('etag'),
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  }
});

test('when a file of the page is asked for, then it comes compressed and may be kept for ever', async () => {
  for (const [accepted, coding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ]) {
    const answer = await get('/assets/index-1a2b.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.body['text']).toBe('export const page = 1;\n'.repeat(200));
  }
});

test('when somebody looks for the assets page by its name, then they are led to it, with what they looked for', async () => {
  for (const [path, place] of [
    ['/assets', '/'],
    ['/assets/?q=lamp', '/?q=lamp'],
  ] as const) {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 302 });
    expect(answer.headers.get('location')).toBe(place);
  }
});

test('when a file does not exist, then not found, and no path leads out of the page', async () => {
  for (const path of ['/assets/gone.js', '/favicon.ico', '/..%2fpackage.json', '/%2e%2e/package.json'])
    expect(await get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await gateway.browser().ask('POST', '/')).status).toBe(404);
});

test('every answer keeps the browser from doing more with it than was meant', async () => {
  for (const path of ['/', '/api/v1/session', '/nowhere.txt']) {
    const { headers } = await get(path, { origin: 'https://elsewhere.example' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self';img-src 'self' blob: data:;style-src 'self' 'unsafe-inline';script-src 'self';" +
        "object-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'self'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});

test('when the portal is reached over https, then so are its cookies, and its origin alone may change something', async () => {
  const { ask } = overHttps.browser();
  const answer = await ask('DELETE', '/api/v1/session', undefined, { origin: 'https://portal.example' });
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-vitrine_session=;.*; Secure/);
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  expect(
    (await ask('DELETE', '/api/v1/session', undefined, { origin: 'http://localhost:8080' })).status,
  ).toBe(403);
});

test('when a proxy of ours stands in front, then limits count the address that it was called from', async () => {
  const { ask } = overHttps.browser();
  const from = (address: string) =>
    ask('POST', '/api/v1/guest/session', { token: 'x' }, { 'x-forwarded-for': address });
  for (let time = 0; time < 30; time += 1) await from(`10.0.0.${time}, 203.0.113.7`);
  expect((await from('198.51.100.1, 203.0.113.7')).status).toBe(429);
  expect((await from('203.0.113.7, 198.51.100.1')).status).toBe(401);
});

test('when an answer has no body, then the document of the interface gives it no content', async () => {
  const { body } = await get('/api/v1/openapi.json');
  const paths = body['paths'] as Record<string, Record<string, { responses: Record<string, unknown> }>>;
  const empty = Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap(({ responses }) =>
      Object.entries(responses).filter(([status]) => status === '202' || status === '204'),
    ),
  );
  expect(empty.length).toBeGreaterThan(10);
  for (const [, response] of empty) expect(Object.keys(response as object)).toEqual(['description']);
});

test('when the document of the interface is read, then a body that is sent has the fields described, and no others', async () => {
  const { body } = await get('/api/v1/openapi.json');
  const operations = Object.values(body['paths'] as Record<string, Record<string, OperationWithBody>>);
  const schemas = operations
    .flatMap((item) => Object.values(item))
    .flatMap(({ requestBody }) => requestBody?.content['application/json']?.schema ?? []);
  expect(schemas.length).toBeGreaterThan(20);
  for (const schema of schemas) expect(schema.additionalProperties).toBe(false);
  const misspelt = { email: 'mia@x.example', password: 'wrong', pasword: 'right' };
  expect(await gateway.browser().ask('POST', '/api/v1/session', misspelt)).toMatchObject({
    status: 400,
    body: { code: 'invalid-request', issues: [{ path: 'pasword' }] },
  });
});

test('when the document of the interface is asked for, then it names every route and its errors as problems', async () => {
  const { body, status } = await get('/api/v1/openapi.json');
  expect(status).toBe(200);
  expect(body['openapi']).toMatch(/^3\.1/);
  const paths = body['paths'] as Record<string, Record<string, { responses: Record<string, unknown> }>>;
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/session',
      '/api/v1/shares/{id}/guests',
      '/api/v1/assets',
      '/d/{ticket}',
    ]),
  );
  expect(Object.keys(paths['/api/v1/assets']!)).toEqual(['get', 'post']);
  expect(paths['/api/v1/session']!['post']!.responses['401']).toEqual({
    description: '`wrong-credentials`: The address or the password is not right.',
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { code: { enum: ['wrong-credentials'] } } },
          ],
        },
      },
    },
  });
});

test('when a person reads the interface, then it is a page of its own, without scripts', async () => {
  const { body, headers } = await get('/api/docs');
  const page = String(body['text']);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const part of ['/api/v1/shares/{id}/guests', 'durationDays', 'wrong-credentials', '<details'])
    expect(page).toContain(part);
  expect(page).not.toContain('<script');
});
