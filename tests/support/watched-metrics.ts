import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const folder = path.resolve(import.meta.dirname, '../../k8s/components/monitoring');
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

export const alerts = rules.parse(parse(read('alerts.yaml'))).spec.groups.flatMap((group) => group.rules);
export const { panels } = dashboard.parse(JSON.parse(read('dashboard.json')));

/** Prometheus itself tells whether it could ask. */
const OF_PROMETHEUS = ['up'];

/** The names of metrics in an expression: what stands before a selector. */
const metricsIn = (expression: string): string[] =>
  [...expression.matchAll(/([a-z][a-z0-9_]*)\{/g)]
    .map(([, name = '']) => name)
    .filter((name) => !OF_PROMETHEUS.includes(name));

/** Every metric that the alerts and the dashboard look at. */
export const watchedMetrics = (): string[] => [
  ...new Set(
    [
      ...alerts.map(({ expr }) => expr),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ].flatMap(metricsIn),
  ),
];
