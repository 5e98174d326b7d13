import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CloudEvent, UserProfile } from '@vitrine/contracts';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { HELD_CONNECTION_HEADER } from '@vitrine/platform/http/own-connection.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { openEmbeddedKeyValue } from '@vitrine/platform/keyvalue/embedded-key-value.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import express from 'express';
import { type GatewayOptions, createGateway } from '../../src/gateway.ts';
import { createLiveEvents } from '../../src/live-events/live-events.ts';
import type { UpstreamName } from '../../src/upstreams/public-routes.ts';
import { aWorld, clientsOf } from './peers.ts';

export const statements = createActorStatements('k'.repeat(32));

/** A service that tells what reached it, and who the statement says acts. */
const echo = (name: UpstreamName) => {
  const app = express();
  app.use(async (request, response) => {
    const actor = await statements.verify(request.header(ACTOR_HEADER), name);
    const size = { bytes: 0 };
    for await (const chunk of request) size.bytes += (chunk as Buffer).length;
    const isHeld = request.header(HELD_CONNECTION_HEADER) !== undefined;
    const { method, originalUrl: url } = request;
    response.set('answered-by', name);
    response.json({ answeredBy: name, method, url, actor, isHeld, ...size });
  });
  return app;
};

/** Every service as an echo. */
export const echoes = (): GatewayOptions['upstreams'] => ({
  identity: echo('identity'),
  asset: echo('asset'),
  share: echo('share'),
  'guest-invitation': echo('guest-invitation'),
  download: echo('download'),
  activity: echo('activity'),
});

/** The gateway as it runs, in front of services that answer as a test wants. */
export const runGateway = async (overrides: Partial<GatewayOptions> = {}) => {
  const world = aWorld();
  const time = { ms: Date.now() };
  const keyValue = openEmbeddedKeyValue(':memory:', () => time.ms);
  const frontend = await aFrontend();
  const clients = overrides.clients ?? clientsOf(world);
  const audited: CloudEvent[] = [];
  const app = createGateway({
    audit: { add: (event) => audited.push(event) },
    upstreams: echoes(),
    clients,
    live: createLiveEvents({ clients, log: quietLog }),
    keyValue,
    statements,
    log: quietLog,
    publicUrl: 'http://localhost:8080',
    frontendFolder: frontend,
    clock: () => new Date(time.ms),
    ...overrides,
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    world,
    audited,
    keyValue,
    url,
    now: () => time.ms,
    passSeconds: (seconds: number) => {
      time.ms += seconds * 1_000;
    },
    browser: () => aBrowser(url),
    stop: async () => {
      await server.close(1_000);
      await keyValue.close();
      await rm(frontend, { recursive: true });
    },
  };
};

export type Gateway = Awaited<ReturnType<typeof runGateway>>;

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** A client that keeps cookies. */
const aBrowser = (url: string) => {
  const cookies = new Map<string, string>();
  const ask = async (method: string, address: string, body?: unknown, headers = {}): Promise<Answer> => {
    const response = await fetch(url + address, {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
    };
  };
  return { ask, cookies };
};

const keep = (cookies: Map<string, string>, line: string): void => {
  const [pair = '', ...attributes] = line.split('; ');
  const [name = '', value = ''] = pair.split('=');
  const isCleared = attributes.some((attribute) => attribute.startsWith('Expires=Thu, 01 Jan 1970'));
  if (isCleared) cookies.delete(name);
  else cookies.set(name, value);
};

const aFrontend = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-page-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Vitrine</title>');
  await writeFile(path.join(folder, 'assets', 'index-1a2b.js'), 'export const page = 1;\n'.repeat(200));
  return folder;
};

/** A person of an account with two domains; signs in with the password `secret`. */
export const aPerson = ({ world }: Gateway, overrides: Partial<UserProfile> = {}): UserProfile => {
  const profile: UserProfile = {
    userId: newId(),
    name: 'Mia',
    email: `${newId()}@acme.test`,
    isAdministrator: false,
    account: { id: newId(), name: 'Acme', features: { shares: true } },
    domains: [
      { id: newId(), name: 'Brand' },
      { id: newId(), name: 'Press' },
    ],
    language: null,
    ...overrides,
  };
  world.people.set(profile.email, { password: 'secret', profile });
  return profile;
};

/** An invitation for an hour, opened by the token that is its key. */
export const anInvitation = ({ world, now }: Gateway) => {
  const token = `token-${newId()}`;
  const invitation = {
    invitationId: newId(),
    shareId: newId(),
    email: 'gus@elsewhere.test',
    userId: null,
    expiresAt: new Date(now() + 3_600_000).toISOString(),
    secretVersion: 1,
    downloadsBegun: 0,
  };
  world.invitations.set(token, invitation);
  return { token, invitation };
};

/** A browser in which that person is signed in. */
export const signedIn = async (gateway: Gateway, { email }: UserProfile) => {
  const browser = gateway.browser();
  await browser.ask('POST', '/api/v1/session', { email, password: 'secret' });
  return browser;
};
