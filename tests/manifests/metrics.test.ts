import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { createOperationsApp } from '@vitrine/platform/health/operations.ts';
import { createHealth } from '@vitrine/platform/health/readiness.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { createMetrics } from '@vitrine/platform/metrics/metrics.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { alerts, panels, watchedMetrics } from '../support/watched-metrics.ts';
import { root } from './render.ts';

/** Metrics of our own as they are declared: by a name and a help. */
const DECLARED = /name: '([a-z][a-z0-9_]*)',\s+help:/g;
const declared = ['services', 'gateway'].flatMap((start) =>
  readdirSync(path.join(root, start), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/node_modules|generated|\.test\.ts$/.test(file))
    .map((file) => readFileSync(path.join(root, start, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(DECLARED)].map(([, name = '']) => name)),
);

const registered = async (): Promise<(metric: string) => boolean> => {
  const known = new Set([...declared, ...(await metricsOfAProcess())]);
  return (metric) => known.has(metric) || known.has(metric.replace(/_(bucket|count|sum)$/, ''));
};

/** What every process tells besides, by prom-client. */
const metricsOfAProcess = async (): Promise<string[]> => {
  const operations = createOperationsApp(createHealth(quietLog), createMetrics().serve);
  const door = await listen(operations, { host: '127.0.0.1', port: 0 });
  try {
    const text = await (await fetch(`http://127.0.0.1:${door.port}/metrics`)).text();
    return [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
  } finally {
    await door.close(0);
  }
};

test('every metric that the dashboard and the alerts name is one that the code registers', async () => {
  const isRegistered = await registered();
  const metrics = watchedMetrics();
  expect(metrics.length).toBeGreaterThan(15);
  expect(metrics.filter((metric) => !isRegistered(metric))).toEqual([]);
  expect(isRegistered('nobody_registers_this')).toBe(false);
});

test('every alert has a paragraph in the book of operations, and leads to it', () => {
  const book = readFileSync(path.join(root, 'docs', 'operations.md'), 'utf8');
  for (const { alert: name, annotations } of alerts) {
    expect(annotations.runbook_url).toBe(`docs/operations.md#${name.toLowerCase()}`);
    expect(book).toMatch(new RegExp(`^#+ ${name}\\n+\\S`, 'm'));
  }
});

test('every panel has a number of its own', () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});
