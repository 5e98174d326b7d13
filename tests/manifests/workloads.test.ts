import { describe, expect } from '@jest/globals';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import * as z from 'zod';
import { SERVICES, ofKind, one, workloadsOf } from './find.ts';
import { ALL_VARIANTS, RENDERER, type Variant, render } from './render.ts';
import { type Workload, serviceContainer, workload } from './shapes.ts';

/** How long each of the steps may take that end a process, besides withdrawing and draining. */
const OTHER_STEPS_SECONDS = 50;

const settings = z.looseObject({ data: z.record(z.string(), z.string()) });

const serviceNamed = (variant: Variant, name: string): Workload =>
  one(render(variant), 'Deployment', name, workload);

const secondsOf = (name: string, each: Workload, variant: Variant): number => {
  const own = each.spec.template.spec.containers[0]?.env.find((variable) => variable.name === name)?.value;
  const shared = ofKind(render(variant), 'ConfigMap').find(({ metadata }) =>
    metadata.name.startsWith('settings-'),
  );
  return z.coerce.number().parse(own ?? settings.parse(shared).data[name]);
};

describe.each(ALL_VARIANTS)('%s', (variant) => {
  testWhere(RENDERER, 'the namespace admits restricted pods only', () => {
    const { labels } = one(
      render(variant),
      'Namespace',
      'vitrine',
      z.looseObject({ metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }) }),
    ).metadata;
    expect(labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
  });

  testWhere(
    RENDERER,
    'every workload is a restricted pod with requests, limits and probes, and without a token',
    () => {
      const names = workloadsOf(render(variant)).map(({ metadata }) => metadata.name);
      expect(names).toEqual(expect.arrayContaining([...SERVICES]));
    },
  );

  testWhere(RENDERER, 'every image has a version, and none is the latest', () => {
    for (const each of workloadsOf(render(variant)))
      for (const { image } of each.spec.template.spec.containers)
        expect(image).toMatch(/:(?!latest$)[\w.-]*\d+\.?[\w.-]*$/);
  });

  testWhere(RENDERER, 'every selector finds the pods of its own workload and of no other', () => {
    const workloads = workloadsOf(render(variant));
    for (const { spec } of workloads) {
      const found = workloads.filter(({ spec: { template } }) =>
        Object.entries(spec.selector.matchLabels).every(
          ([label, value]) => template.metadata.labels[label] === value,
        ),
      );
      expect(found.map(({ spec: { selector } }) => selector)).toEqual([spec.selector]);
    }
  });

  testWhere(RENDERER, 'no service account is given a token, and each service has its own', () => {
    const accounts = ofKind(render(variant), 'ServiceAccount');
    for (const account of accounts) expect(account['automountServiceAccountToken']).toBe(false);
    for (const name of SERVICES)
      expect(serviceNamed(variant, name).spec.template.spec.serviceAccountName).toBe(name);
    expect(accounts.map(({ metadata }) => metadata.name)).toEqual(expect.arrayContaining([...SERVICES]));
  });

  describe.each(SERVICES)('%s', (name) => {
    testWhere(RENDERER, 'is asked at its operations port whether it lives and is ready', () => {
      const [first, ...others] = serviceNamed(variant, name).spec.template.spec.containers;
      expect(others).toEqual([]);
      const { startupProbe, livenessProbe, readinessProbe, ports } = serviceContainer.parse(first);
      expect(startupProbe.httpGet.path).toBe('/livez');
      expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBeGreaterThanOrEqual(300);
      expect(livenessProbe.httpGet.path).toBe('/livez');
      expect(readinessProbe.httpGet.path).toBe('/readyz');
      // For so long `/readyz` waits for an engine that hangs.
      expect(readinessProbe.timeoutSeconds).toBeGreaterThan(2);
      expect(ports).toContainEqual({ name: 'operations', containerPort: 9090 });
    });

    testWhere(RENDERER, 'is withdrawn before its time to withdraw is over, and has time to end', () => {
      const each = serviceNamed(variant, name);
      const withdraw = secondsOf('WITHDRAW_SECONDS', each, variant);
      const { readinessProbe } = serviceContainer.parse(each.spec.template.spec.containers[0]);
      expect(readinessProbe.periodSeconds * readinessProbe.failureThreshold).toBeLessThan(withdraw);
      expect(each.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(
        withdraw + secondsOf('DRAIN_SECONDS', each, variant) + OTHER_STEPS_SECONDS,
      );
    });

    testWhere(RENDERER, 'spreads over zones and machines', () => {
      const { topologySpreadConstraints } = serviceNamed(variant, name).spec.template.spec;
      expect(topologySpreadConstraints.map(({ topologyKey }) => topologyKey)).toEqual([
        'topology.kubernetes.io/zone',
        'kubernetes.io/hostname',
      ]);
    });

    testWhere(RENDERER, 'is replaced one after the other, and disrupted one at a time', () => {
      expect(serviceNamed(variant, name).spec.strategy).toEqual({
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      });
      const budget = one(render(variant), 'PodDisruptionBudget', name, z.looseObject({ spec: z.unknown() }));
      expect(budget.spec).toEqual({
        maxUnavailable: 1,
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      });
    });

    testWhere(RENDERER, 'reads its secrets from files', () => {
      const { env } = serviceNamed(variant, name).spec.template.spec.containers[0] ?? { env: [] };
      const holdSecrets = env.filter((each) => /KEY|DATABASE|AMQP|REDIS|SMTP|TOKEN|SECRET/.test(each.name));
      expect(holdSecrets.length).toBeGreaterThan(1);
      for (const each of holdSecrets) {
        expect(each.name).toMatch(/_FILE$/);
        expect(each.value).toMatch(/^\/(secrets|oidc|bounces)\//);
      }
    });
  });
});

testWhere(RENDERER, 'downloads, and the gateway that they pass through, are given longest to end', () => {
  const of = (name: string) =>
    serviceNamed('production', name).spec.template.spec.terminationGracePeriodSeconds;
  expect(of('download')).toBeGreaterThan(300);
  expect(of('gateway')).toBe(of('download'));
  expect(of('share')).toBeLessThan(of('download'));
});
