import * as z from 'zod';

/** Any object of Kubernetes: what every one has, and the rest as it is. */
export const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
    labels: z.record(z.string(), z.string()).default({}),
  }),
});
export type Manifest = z.infer<typeof manifest>;

const probe = z.looseObject({ periodSeconds: z.int(), timeoutSeconds: z.int(), failureThreshold: z.int() });
const ofOperations = z.looseObject({
  httpGet: z.object({ path: z.string(), port: z.literal('operations') }),
});
const amounts = z.object({ cpu: z.string(), memory: z.string(), 'ephemeral-storage': z.string() });
const names = z.record(z.string(), z.string());

export const container = z.looseObject({
  name: z.string(),
  image: z.string(),
  env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).default([]),
  ports: z.array(z.looseObject({ name: z.string(), containerPort: z.int() })),
  resources: z.object({ requests: amounts, limits: amounts }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  startupProbe: probe,
  livenessProbe: probe,
  readinessProbe: probe,
});

/** A Deployment or StatefulSet under the restricted pod security standard and the rules of promises, section 5. */
export const workload = z.looseObject({
  kind: z.enum(['Deployment', 'StatefulSet']),
  metadata: z.looseObject({ name: z.string(), namespace: z.literal('vitrine') }),
  spec: z.looseObject({
    replicas: z.int().optional(),
    strategy: z.unknown().optional(),
    selector: z.object({ matchLabels: names }),
    template: z.object({
      metadata: z.looseObject({ labels: names }),
      spec: z.looseObject({
        automountServiceAccountToken: z.literal(false),
        enableServiceLinks: z.literal(false),
        serviceAccountName: z.string(),
        terminationGracePeriodSeconds: z.int(),
        securityContext: z.looseObject({
          runAsNonRoot: z.literal(true),
          runAsUser: z.int().min(1),
          seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
        }),
        initContainers: z.undefined().optional(),
        containers: z.array(container).min(1),
        topologySpreadConstraints: z.array(z.looseObject({ topologyKey: z.string() })).default([]),
        volumes: z.array(z.looseObject({ name: z.string(), hostPath: z.undefined().optional() })),
      }),
    }),
  }),
});
export type Workload = z.infer<typeof workload>;

/** A service of ours, asked at its operations port. */
export const serviceContainer = container.extend({
  startupProbe: probe.and(ofOperations),
  livenessProbe: probe.and(ofOperations),
  readinessProbe: probe.and(ofOperations),
});

const peer = z.object({
  podSelector: z.unknown().optional(),
  namespaceSelector: z.unknown().optional(),
  ipBlock: z.unknown().optional(),
});
const ports = z.array(z.object({ port: z.int(), protocol: z.enum(['TCP', 'UDP']) })).min(1);

export const networkPolicy = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.object({
    podSelector: z.looseObject({
      matchLabels: names.optional(),
      matchExpressions: z
        .array(z.object({ key: z.string(), operator: z.literal('In'), values: z.array(z.string()) }))
        .optional(),
    }),
    policyTypes: z.array(z.enum(['Ingress', 'Egress'])),
    ingress: z.array(z.object({ from: z.array(peer).min(1), ports })).default([]),
    egress: z.array(z.object({ to: z.array(peer).min(1), ports })).default([]),
  }),
});
export type NetworkPolicy = z.infer<typeof networkPolicy>;
