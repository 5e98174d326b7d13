import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from '@jest/globals';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import * as z from 'zod';
import { SERVICES, ofKind, one } from './find.ts';
import { ALL_VARIANTS, RENDERER, type Variant, render, root } from './render.ts';

/** Those that whoever adds the component makes (docs/operations.md). */
const MADE_BY_HAND = ['oidc', 'bounces'];

const named = z.object({ name: z.string() });
const pod = z.looseObject({
  containers: z.array(
    z.looseObject({
      env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).default([]),
      envFrom: z.array(z.object({ configMapRef: named })).default([]),
      volumeMounts: z.array(z.looseObject({ name: z.string(), mountPath: z.string() })).default([]),
    }),
  ),
  volumes: z.array(
    z.looseObject({
      name: z.string(),
      secret: z.looseObject({ secretName: z.string() }).optional(),
      projected: z.looseObject({ sources: z.array(z.object({ secret: named.loose() })) }).optional(),
    }),
  ),
});
const workload = z.looseObject({
  spec: z.looseObject({
    template: z.looseObject({ spec: pod }),
    volumeClaimTemplates: z.array(z.looseObject({ metadata: named.loose() })).default([]),
  }),
});

const podsOf = (variant: Variant) =>
  ofKind(render(variant), 'Deployment', 'StatefulSet').map((each) => {
    const { template, volumeClaimTemplates } = workload.parse(each).spec;
    return { ...template.spec, claims: volumeClaimTemplates.map(({ metadata }) => metadata.name) };
  });
const serviceOf = (variant: Variant, name: string) =>
  one(render(variant), 'Deployment', name, workload).spec.template.spec.containers[0];

/** The variables that a process reads, as the table in its README says, which is generated. */
const variablesOf = (service: string): string[] => {
  const folder = service === 'gateway' ? 'gateway' : `services/${service}`;
  const text = readFileSync(path.join(root, folder, 'README.md'), 'utf8');
  return [...text.matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(([, name = '']) => name);
};

describe.each(ALL_VARIANTS)('%s', (variant) => {
  testWhere(RENDERER, 'every secret and every file of settings that a pod names is there', () => {
    const names = (kind: string) => ofKind(render(variant), kind).map(({ metadata }) => metadata.name);
    for (const { containers, volumes } of podsOf(variant)) {
      const secrets = volumes.flatMap(({ secret, projected }) => [
        ...(secret === undefined ? [] : [secret.secretName]),
        ...(projected?.sources ?? []).map((source) => source.secret.name),
      ]);
      expect([...names('Secret'), ...MADE_BY_HAND]).toEqual(expect.arrayContaining(secrets));
      const settings = containers.flatMap(({ envFrom }) => envFrom.map((each) => each.configMapRef.name));
      expect(names('ConfigMap')).toEqual(expect.arrayContaining(settings));
    }
  });

  testWhere(RENDERER, 'every mount has its volume, and what a variable names lies in a mount', () => {
    for (const { containers, volumes, claims } of podsOf(variant))
      for (const { env, volumeMounts } of containers) {
        const mounted = volumeMounts.map((mount) => mount.name);
        const there = [...volumes.map((volume) => volume.name), ...claims];
        expect(there).toEqual(expect.arrayContaining(mounted));
        for (const { name, value = '' } of env.filter((each) => each.name.endsWith('_FILE')))
          expect({ name, isMounted: volumeMounts.some((each) => value.startsWith(each.mountPath)) }).toEqual({
            name,
            isMounted: true,
          });
      }
  });

  testWhere(RENDERER, 'a service is told nothing that it does not read', () => {
    for (const service of SERVICES) {
      const told = (serviceOf(variant, service)?.env ?? []).map(({ name }) => name.replace(/_FILE$/, ''));
      expect(variablesOf(service)).toEqual(expect.arrayContaining(told));
    }
  });
});
