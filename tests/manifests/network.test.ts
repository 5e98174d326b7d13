import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from '@jest/globals';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import * as z from 'zod';
import { SERVICES, ofKind, one, workloadsOf } from './find.ts';
import { ALL_VARIANTS, RENDERER, type Variant, render, root } from './render.ts';
import { type NetworkPolicy, networkPolicy, workload } from './shapes.ts';

const selectorOfPods = z.object({
  podSelector: z.object({
    matchLabels: z.object({ 'app.kubernetes.io/name': z.string() }).optional(),
    matchExpressions: z.array(z.object({ values: z.array(z.string()) })).optional(),
  }),
});

/** All but those who leave the component out. */
const GUARDED = ALL_VARIANTS.filter((variant) => !variant.endsWith('alone'));

const policiesOf = (variant: Variant): NetworkPolicy[] =>
  ofKind(render(variant), 'NetworkPolicy').map((each) => networkPolicy.parse(each));

const namesIn = (selector: unknown): string[] => {
  const parsed = selectorOfPods.safeParse({ podSelector: selector });
  if (!parsed.success) return [];
  const { matchLabels, matchExpressions } = parsed.data.podSelector;
  if (matchLabels !== undefined) return [matchLabels['app.kubernetes.io/name']];
  return (matchExpressions ?? []).flatMap(({ values }) => values);
};

/** `share → asset:3000`, from the policies of the callers or of those called. */
const edges = (policies: readonly NetworkPolicy[], way: 'ingress' | 'egress'): string[] =>
  policies.flatMap(({ spec }) =>
    spec[way].flatMap((rule) => {
      const peers = ('from' in rule ? rule.from : rule.to).flatMap(({ podSelector }) => namesIn(podSelector));
      const own = namesIn(spec.podSelector);
      const [callers, called] = way === 'ingress' ? [peers, own] : [own, peers];
      return rule.ports.flatMap(({ port }) =>
        callers.flatMap((caller) => called.map((each) => `${caller} → ${each}:${port}`)),
      );
    }),
  );

const folderOf = (service: string): string =>
  service === 'gateway' ? path.join(root, 'gateway') : path.join(root, 'services', service);

/** The services that a process is told the address of, by its own settings. */
const askedBy = (service: string): string[] => {
  const config = readFileSync(path.join(folderOf(service), 'src', 'config.ts'), 'utf8');
  return [...config.matchAll(/\b([A-Z_]+)_URL: serviceAddress/g)].map(([, name = '']) =>
    name.toLowerCase().replaceAll('_', '-'),
  );
};

const wanted = (): string[] =>
  SERVICES.flatMap((service) => askedBy(service).map((asked) => `${service} → ${asked}:3000`)).sort();

describe.each(GUARDED)('%s', (variant) => {
  testWhere(RENDERER, 'nothing may speak to anything that is not named', () => {
    const [all] = policiesOf(variant).filter(({ metadata }) => metadata.name === 'default-deny');
    expect(all?.spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [],
      egress: [],
    });
  });

  testWhere(
    RENDERER,
    'services may ask those whose addresses they read, from both ends, and no others',
    () => {
      const between = (way: 'ingress' | 'egress') =>
        edges(policiesOf(variant), way).filter((edge) => edge.endsWith(':3000'));
      expect(wanted()).toContain('share → guest-invitation:3000');
      expect(between('ingress').sort()).toEqual(wanted());
      expect(between('egress').sort()).toEqual(wanted());
    },
  );

  testWhere(RENDERER, 'each service is told the addresses of those that it may ask', () => {
    for (const service of SERVICES) {
      const { containers } = one(render(variant), 'Deployment', service, workload).spec.template.spec;
      const told = (containers[0]?.env ?? []).filter(({ value }) => value?.endsWith(':3000'));
      expect(told.map(({ value }) => value).sort()).toEqual(
        askedBy(service)
          .map((asked) => `http://${asked}:3000`)
          .sort(),
      );
    }
  });

  testWhere(RENDERER, 'from outside only the gateway is reached, and operations only by monitoring', () => {
    const open = policiesOf(variant).flatMap(({ spec }) =>
      spec.ingress
        .filter(({ from }) => from.some(({ namespaceSelector, ipBlock }) => namespaceSelector ?? ipBlock))
        .map((rule) => ({ ports: rule.ports.map(({ port }) => port), pods: spec.podSelector.matchLabels })),
    );
    expect(open).toEqual([
      { ports: [8080], pods: { 'app.kubernetes.io/name': 'gateway' } },
      { ports: [9090], pods: { 'app.kubernetes.io/component': 'service' } },
    ]);
  });

  testWhere(
    RENDERER,
    'no rule opens every port, or every address but to the provider of signing in, at one port',
    () => {
      const everywhere = policiesOf(variant).filter(({ spec }) =>
        JSON.stringify(spec).includes('"cidr":"0.0.0.0/0"'),
      );
      const hasProvider = variant.endsWith('may be added');
      expect(everywhere.map(({ metadata }) => metadata.name)).toEqual(
        hasProvider ? ['gateway-to-services'] : [],
      );
      for (const { spec } of everywhere)
        expect(spec.egress.at(-1)).toMatchObject({ ports: [{ port: 443, protocol: 'TCP' }] });
    },
  );
});

testWhere(
  RENDERER,
  'every engine inside is reached by the services that read its secret, and by no others',
  () => {
    const engines = { postgres: 'database', rabbitmq: 'broker', redis: 'cache', minio: 'store' };
    const between = edges(policiesOf('local'), 'ingress');
    for (const [engine, secret] of Object.entries(engines)) {
      const users = workloadsOf(render('local'))
        .filter(
          ({ kind, spec }) => kind === 'Deployment' && JSON.stringify(spec).includes(`"/secrets/${secret}/`),
        )
        .map(({ metadata }) => metadata.name);
      const allowed = between
        .filter((edge) => edge.includes(` → ${engine}:`))
        .map((edge) => edge.split(' ')[0]);
      expect(allowed.sort()).toEqual(users.sort());
    }
  },
);
