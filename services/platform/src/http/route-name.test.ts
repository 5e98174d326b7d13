import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import express from 'express';
import * as z from 'zod';
import { ACTOR_HEADER, createActorStatements } from '../actor/actor-statement.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { type Listening, listen } from './listen.ts';
import { createServiceApp } from './service-app.ts';
import type { ServiceContext } from './service-context.ts';

const contract = {
  show: oc
    .route({ method: 'GET', path: '/things/{id}/parts/{partId}' })
    .input(z.object({ id: z.string().max(10), partId: z.string() })),
};
const os = implement(contract).$context<ServiceContext>();
const router = os.router({ show: os.show.handler(() => null) });
const statements = createActorStatements('k'.repeat(32));
const metrics = createMetrics();
let server: Listening;

beforeAll(async () => {
  const routes = {
    publicRouter: router,
    internalRouter: router,
    byteRoutes: (app: express.Router) =>
      void app.get('/d/:ticket', (_request, response) => void response.end()),
  };
  const app = createServiceApp({ name: 'test', routes, statements, log: quietLog });
  server = await listen(express().use(metrics.measureRequests).get('/metrics', metrics.serve).use(app), {
    host: '127.0.0.1',
    port: 0,
  });
});
afterAll(() => server.close(100));

const get = async (path: string): Promise<string> => {
  const headers = { [ACTOR_HEADER]: await statements.sign({ kind: 'service', service: 'test' }, 'test') };
  return (await fetch(`http://127.0.0.1:${server.port}${path}`, { headers })).text();
};

test('when a route of a contract or of bytes answers, then it is counted as it is declared; all else is other', async () => {
  for (const path of [
    '/things/a/parts/secret',
    '/things/b/parts/secret',
    '/things/too-long-an-id/parts/secret',
  ])
    await get(`/api/v1${path}`);
  for (const path of ['/things/a/parts/secret', '/d/secret', '/secret', '/api/v1/things']) await get(path);
  const lines = (await get('/metrics'))
    .split('\n')
    .filter((line) => line.startsWith('http_request_duration_seconds_count{'));
  expect(lines.map((line) => line.replace(/^\w+/, '')).sort()).toEqual([
    '{method="GET",route="/api/v1/things/:id/parts/:partId",status="200"} 2',
    '{method="GET",route="/api/v1/things/:id/parts/:partId",status="404"} 1',
    '{method="GET",route="/d/:ticket",status="200"} 1',
    '{method="GET",route="/things/:id/parts/:partId",status="200"} 1',
    '{method="GET",route="other",status="404"} 2',
  ]);
});
