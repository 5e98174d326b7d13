import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { SERVICES } from './find.ts';
import { root } from './render.ts';

const composed = z.looseObject({
  image: z.string(),
  user: z.string().optional(),
  build: z.looseObject({ target: z.string().optional(), args: z.record(z.string(), z.string()) }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z
    .array(z.union([z.string(), z.looseObject({ source: z.string(), target: z.string() })]))
    .default([]),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional() }).optional(),
  mem_limit: z.string().optional(),
  stop_grace_period: z.string().optional(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.array(z.string()),
  privileged: z.undefined().optional(),
});
type Composed = z.infer<typeof composed>;

const file = z.looseObject({
  services: z.record(z.string(), composed),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()),
});

const compose = file.parse(
  parse(readFileSync(path.join(root, 'docker-compose.yml'), 'utf8'), { merge: true }),
);

const ENGINES = ['postgres', 'rabbitmq', 'redis', 'minio', 'mailpit'] as const;

const named = (name: string): Composed => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`There is no ${name} in docker-compose.yml.`);
  return found;
};

/** The folders of secrets that a container may read. */
const secretsOf = ({ volumes }: Composed): string[] =>
  volumes
    .map((volume) => /^(\w+):\/secrets\/\w+:ro$/.exec(typeof volume === 'string' ? volume : '')?.[1])
    .filter((name) => name !== undefined);

describe.each(Object.keys(compose.services))('%s', (name) => {
  test('can do nothing but its work: read-only, without capabilities and without root', () => {
    const each = named(name);
    expect(each.security_opt).toEqual(['no-new-privileges:true']);
    // Ours say in the Dockerfile that they are nobody.
    if (each.build === undefined) expect(each.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  test('has an image of one version, which a variable can replace', () => {
    const [, variable, image] = /^\$\{([A-Z_]+):-([^}]+)\}/.exec(named(name).image) ?? [];
    expect(variable).toMatch(/_IMAGES?$/);
    if (named(name).build === undefined) expect(image).toMatch(/:[\w.-]*\d+\.\d+|RELEASE\.\d{4}/);
    else expect(named(name).image).toMatch(/:\$\{VITRINE_VERSION:-\d+\.\d+\.\d+\}$/);
  });

  test('holds no secret in its environment, and may read those only that it names', () => {
    const { environment } = named(name);
    const secrets = Object.entries(environment).filter(([variable]) =>
      /KEY|PASSWORD|SECRET|DATABASE_URL|AMQP|REDIS/.test(variable),
    );
    for (const [variable, value] of secrets) {
      expect(variable).toMatch(/_FILE$/);
      expect(value).toMatch(/^\/secrets\//);
    }
    const read = secrets.map(([, value]) => value.split('/')[2]);
    if (SERVICES.some((service) => service === name))
      expect([...new Set(read)].sort()).toEqual(secretsOf(named(name)).sort());
  });

  test('opens a port to this machine only, unless somebody says so', () => {
    for (const port of named(name).ports)
      expect(port).toMatch(/^(127\.0\.0\.1|\$\{VITRINE_ADDRESS:-127\.0\.0\.1\}):/);
  });
});

test('the whole system is there, and no engine can be reached but from inside', () => {
  expect(Object.keys(compose.services)).toEqual(expect.arrayContaining([...SERVICES, ...ENGINES]));
  expect(compose.networks).toMatchObject({ inside: { internal: true } });
  for (const name of ['postgres', 'rabbitmq', 'redis', 'minio'])
    expect({ name, ...named(name) }).toMatchObject({ name, networks: ['inside'], ports: [] });
});

test('every engine has a check of its health and a named volume for what it keeps', () => {
  for (const name of ENGINES) {
    const { healthcheck, volumes } = named(name);
    expect(healthcheck?.test?.[0]).toMatch(/^CMD/);
    const sources = volumes.map((volume) =>
      typeof volume === 'string' ? volume.split(':')[0] : volume.source,
    );
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(sources));
    expect(sources.length - secretsOf(named(name)).length).toBe(1);
  }
});

test('every service has a limit of memory, and longer to end than its drain', () => {
  for (const name of SERVICES) {
    const { mem_limit: limit, stop_grace_period: grace } = named(name);
    expect(limit).toMatch(/^\d+[mg]$/);
    const drain = name === 'download' || name === 'gateway' ? 300 : 20;
    expect(Number.parseInt(grace ?? '0', 10)).toBeGreaterThanOrEqual(drain + 55);
  }
});
