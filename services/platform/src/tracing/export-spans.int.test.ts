import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { type Listening, listen } from '../http/listen.ts';
import { traceRequests } from '../http/trace-requests.ts';
import { currentTraceparent } from '../outbox/trace-context.ts';
import { type Tracing, exportSpans } from './export-spans.ts';
import { inSpan, inSpans } from './spans.ts';

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number; message?: string };
}
interface Sent {
  resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[];
}

const received: SentSpan[] = [];
const collector = createServer((request, response) => {
  void json(request).then((body) => {
    const { resourceSpans } = body as Sent;
    received.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
});
let tracing: Tracing;
let server: Listening;

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const address = collector.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  tracing = await exportSpans({ service: 'test', endpoint: `http://127.0.0.1:${port}/` });
  const app = express();
  app.use(traceRequests);
  app.get('/shares/:id', async (_request, response) => {
    await inSpan({ name: 'store get', kind: 'client' }, async () => currentTraceparent());
    response.end(currentTraceparent());
  });
  app.get('/fails', (_request, response) => {
    response.status(503).end();
  });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close(100);
  collector.close();
});

test('when a collector is configured, then a request and what it calls are spans of one trace', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const origin = `http://127.0.0.1:${server.port}`;
  const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  const inside = await (await fetch(`${origin}/shares/some-id`, { headers })).text();
  await (await fetch(`${origin}/fails`)).text();
  const failed = inSpan({ name: 'mail send', kind: 'client' }, () =>
    Promise.reject(new TypeError('to a@b.example')),
  );
  await expect(failed).rejects.toThrow('to a@b.example');
  const causes = ['1', '2'].map((digit) => `00-${digit.repeat(32)}-b7ad6b7169203331-01`);
  const each = causes.map((parent) => ({ name: 'several', kind: 'consumer', parent }) as const);
  const within = await inSpans(each, async () => currentTraceparent());
  await tracing.stop();

  const several = received.filter(({ name }) => name === 'several');
  expect(several.map((span) => span.traceId)).toEqual(['1'.repeat(32), '2'.repeat(32)]);
  expect(within).toContain(`${'1'.repeat(32)}-${several[0]?.spanId}`);
  const byName = new Map(received.map((span) => [span.name, span]));
  const request = byName.get('GET /shares/:id');
  expect(request).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' });
  expect(inside).toBe(`00-${traceId}-${request?.spanId}-01`);
  expect(byName.get('store get')).toMatchObject({ traceId, parentSpanId: request?.spanId });
  expect(byName.get('GET /fails')?.status.code).toBe(2);
  expect(byName.get('mail send')?.status).toEqual({ code: 2, message: 'TypeError' });
  expect(JSON.stringify(received)).not.toMatch(/some-id|a@b\.example/);
});

test('when no collector is configured, then work runs in the trace that caused it', async () => {
  const none = await exportSpans({ service: 'test', endpoint: undefined });
  const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  expect(await inSpan({ name: 'x', kind: 'internal', parent }, async () => currentTraceparent())).toBe(
    parent,
  );
  await none.stop();
});
