import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { implement } from '@orpc/server';
import { BYTE_ROUTES, usersContract } from '@vitrine/contracts';
import { userOf } from '@vitrine/platform/actor/who-acts.ts';
import { contextOf, createServiceApp } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import {
  type Gateway,
  aPerson,
  echoes,
  runGateway,
  signedIn,
  statements,
} from './testing/running-gateway.ts';

const os = implement(usersContract).$context<ServiceContext>();
const publicRouter = os.router({
  search: os.search.handler(({ input, context }) => {
    const { userId, name } = userOf(context.actor);
    return { items: [{ id: userId, name, email: input.q }] };
  }),
});
const serviceAs = (name: string) =>
  createServiceApp({
    name,
    routes: {
      publicRouter,
      byteRoutes: (app) => {
        app.get(BYTE_ROUTES.download.path, (_request, response) => {
          response.setHeader('Cache-Control', 'private');
          response.setHeader('Content-Security-Policy', 'sandbox');
          response.send(contextOf(response).actor.kind);
        });
      },
    },
    statements,
    log: quietLog,
  });

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway({
    upstreams: { ...echoes(), identity: serviceAs('identity'), download: serviceAs('download') },
  });
});
afterAll(() => gateway.stop());

test('when the app of a service stands behind the gateway, then its routes see the query and who acts', async () => {
  const person = aPerson(gateway);
  const { ask } = await signedIn(gateway, person);
  expect((await ask('GET', '/api/v1/users?q=no')).body).toEqual({
    items: [{ id: person.userId, name: 'Mia', email: 'no' }],
  });
  expect(await ask('GET', '/api/v1/users?limit=x')).toMatchObject({
    status: 400,
    body: { code: 'invalid-request' },
  });
  expect(await gateway.browser().ask('GET', '/api/v1/users')).toMatchObject({
    status: 401,
    body: { code: 'not-signed-in' },
  });
});

test('when a service sets headers of its own, then they count; HEAD is answered as GET would be', async () => {
  for (const method of ['GET', 'HEAD']) {
    const { headers, status } = await gateway.browser().ask(method, '/d/ticket');
    expect(status).toBe(200);
    expect(headers.get('content-length')).toBe('9');
    expect(headers.get('cache-control')).toBe('private');
    expect(headers.get('content-security-policy')).toBe('sandbox');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});
