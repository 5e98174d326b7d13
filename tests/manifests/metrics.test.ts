import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { createOperationsApp } from '@vitrine/platform/health/operations.ts';
import { createHealth } from '@vitrine/platform/health/readiness.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { createMetrics } from '@vitrine/platform/metrics/metrics.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { parse } from 'yaml';
import * as z from 'zod';
import { root } from './render.ts';

const folder = path.join(root, 'k8s', 'components', 'monitoring');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

const alert = z.object({
  alert: z.string(),
  expr: z.string(),
  for: z.string(),
  labels: z.object({ severity: z.enum(['critical', 'warning']) }),
  annotations: z.object({ summary: z.string(), runbook_url: z.string() }),
});
const rules = z.object({
  spec: z.object({ groups: z.array(z.object({ rules: z.array(alert).min(1) })).min(1) }),
});
const dashboard = z.object({
  panels: z.array(
    z.looseObject({ id: z.int(), targets: z.array(z.looseObject({ expr: z.string() })).default([]) }),
  ),
});

const alerts = rules.parse(parse(read('alerts.yaml'))).spec.groups.flatMap((group) => group.rules);
const { panels } = dashboard.parse(JSON.parse(read('dashboard.json')));

/** Prometheus itself tells whether it could ask. */
const OF_PROMETHEUS = ['up'];

/** The names of metrics in an expression: what stands before a selector. */
const metricsIn = (expression: string): string[] =>
  [...expression.matchAll(/([a-z][a-z0-9_]*)\{/g)]
    .map(([, name = '']) => name)
    .filter((name) => !OF_PROMETHEUS.includes(name));

/** Sources in which metrics of our own are declared. */
const sources = ['services', 'gateway'].flatMap((start) =>
  readdirSync(path.join(root, start), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/node_modules|generated|\.test\.ts$/.test(file))
    .map((file) => readFileSync(path.join(root, start, file), 'utf8'))
    .filter((text) => text.includes('prom-client')),
);

const registered = async (): Promise<(metric: string) => boolean> => {
  const defaults = await metricsOfAProcess();
  return (metric) => {
    const base = metric.replace(/_(bucket|count|sum)$/, '');
    return (
      defaults.includes(base) ||
      sources.some((text) => text.includes(`'${metric}'`) || text.includes(`'${base}'`))
    );
  };
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
  const named = [
    ...alerts.map(({ expr }) => expr),
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
  const metrics = [...new Set(named.flatMap(metricsIn))];
  expect(metrics.length).toBeGreaterThan(5);
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
