import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from '@jest/globals';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import * as z from 'zod';
import { SERVICES, ofKind, one } from './find.ts';
import { RENDERER, render, root } from './render.ts';
import { workload } from './shapes.ts';

const trigger = z.looseObject({ type: z.string(), metadata: z.record(z.string(), z.string()) });

const scaled = z.looseObject({
  spec: z.looseObject({
    scaleTargetRef: z.object({ name: z.string() }),
    minReplicaCount: z.int().min(2),
    maxReplicaCount: z.int(),
    advanced: z.looseObject({
      horizontalPodAutoscalerConfig: z.object({
        behavior: z.object({ scaleDown: z.looseObject({ stabilizationWindowSeconds: z.int().min(300) }) }),
      }),
    }),
    triggers: z.array(trigger).min(1),
  }),
});

const autoscaler = z.looseObject({
  spec: z.looseObject({
    scaleTargetRef: z.looseObject({ name: z.string() }),
    minReplicas: z.int().min(2),
    behavior: z.object({ scaleDown: z.looseObject({ stabilizationWindowSeconds: z.int().min(300) }) }),
  }),
});

const BY_QUEUES = ['activity', 'asset', 'guest-invitation', 'share'] as const;

const triggersOf = (name: string) => one(render('production'), 'ScaledObject', name, scaled).spec.triggers;

/** The queues that a service reads, as its code names them. */
const queuesOf = (service: string): string[] => {
  const code = readFileSync(path.join(root, 'services', service, 'src', 'service.ts'), 'utf8');
  return [...code.matchAll(/subscribe\(\s*'([a-z.-]+)'/g)].map(([, queue = '']) => queue);
};

testWhere(
  RENDERER,
  'every service is scaled by one thing, slowly downwards, and none says how many it is',
  () => {
    const manifests = render('production');
    const targets = [
      ...ofKind(manifests, 'ScaledObject').map((each) => scaled.parse(each).spec.scaleTargetRef.name),
      ...ofKind(manifests, 'HorizontalPodAutoscaler').map(
        (each) => autoscaler.parse(each).spec.scaleTargetRef.name,
      ),
    ];
    expect(targets.sort()).toEqual([...SERVICES].sort());
    for (const name of SERVICES)
      expect(one(manifests, 'Deployment', name, workload).spec.replicas).toBeUndefined();
  },
);

describe.each(BY_QUEUES)('%s', (name) => {
  testWhere(RENDERER, 'is scaled by all messages of all its queues, those in work among them', () => {
    const [queues] = triggersOf(name).filter(({ type }) => type === 'rabbitmq');
    expect(queues?.metadata).toMatchObject({
      protocol: 'http',
      excludeUnacknowledged: 'false',
      mode: 'QueueLength',
      operation: 'sum',
      useRegex: 'true',
    });
    const pattern = new RegExp(queues?.metadata['queueName'] ?? '');
    expect(queuesOf(name).length).toBeGreaterThan(0);
    for (const queue of queuesOf(name)) {
      expect(queue).toMatch(pattern);
      expect(`${queue}.retry`).not.toMatch(pattern);
      expect(`${queue}.dead`).not.toMatch(pattern);
    }
  });
});

testWhere(RENDERER, 'downloads are scaled by running streams and not by processor time', () => {
  const triggers = triggersOf('download');
  expect(triggers.map(({ type }) => type)).toEqual(['prometheus']);
  expect(triggers[0]?.metadata['query']).toContain('downloads_running');
});
