import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express, { Router } from 'express';
import { type Listening, listen } from '../http/listen.ts';
import { createMetrics } from './metrics.ts';

let server: Listening;
const outbox = { stats: Promise.resolve({ count: 3, oldestAgeSeconds: 7.5 }) };

beforeAll(async () => {
  const metrics = createMetrics();
  metrics.watchOutbox('share', { outboxStats: () => outbox.stats });
  const inner = express().use((_request, response) => void response.send('inner'));
  const app = express().use(metrics.measureRequests).get('/metrics', metrics.serve);
  app.use(Router().get('/shares/:id', inner));
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close(100));

const get = async (path: string, method = 'GET') =>
  (await fetch(`http://127.0.0.1:${server.port}${path}`, { method })).text();
const countOf = (text: string, labels: string) =>
  text.split('\n').find((line) => line.startsWith(`http_request_duration_seconds_count{${labels}}`));

test('when requests were answered, then they are counted by route and never by address', async () => {
  for (const path of ['/shares/secret-1', '/shares/secret-2', '/nowhere/secret-3']) await get(path);
  await get('/shares/secret-4', 'PROPFIND');
  const text = await get('/metrics');
  expect(countOf(text, 'method="GET",route="/shares/:id",status="200"')).toMatch(/ 2$/);
  expect(countOf(text, 'method="GET",route="other",status="404"')).toMatch(/ 1$/);
  expect(countOf(text, 'method="other",route="other",status="404"')).toMatch(/ 1$/);
  expect(text).not.toContain('secret');
});

test('when the metrics are read, then outboxes, event loop and memory are among them', async () => {
  const text = await get('/metrics');
  for (const line of ['outbox_events{service="share"} 3', 'outbox_oldest_age_seconds{service="share"} 7.5'])
    expect(text).toContain(line);
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds [\d.]+/);
  expect(text).toMatch(/process_resident_memory_bytes \d+/);
});

test('when a service has numbers of its own, then they are told as they are when somebody reads', async () => {
  const metrics = createMetrics();
  let running = 1;
  metrics.gauge({ name: 'downloads_running', help: 'x', read: () => running });
  const count = metrics.counter({ name: 'mails_total', help: 'x', labelNames: ['result'] });
  running = 2;
  count({ result: 'sent' });
  count({ result: 'sent' }, 3);
  const door = await listen(express().get('/', metrics.serve), { host: '127.0.0.1', port: 0 });
  const text = await (await fetch(`http://127.0.0.1:${door.port}/`)).text();
  await door.close(100);
  expect(text).toContain('\ndownloads_running 2\n');
  expect(text).toContain('\nmails_total{result="sent"} 4\n');
});

test('when a database does not answer, then its outbox has no number and all else is told', async () => {
  outbox.stats = Promise.reject(new Error('down'));
  const text = await get('/metrics');
  expect(text).toContain('outbox_events{service="share"} Nan');
  expect(text).toContain('process_resident_memory_bytes');
});
