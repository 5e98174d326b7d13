import { identityInternalContract } from '@vitrine/contracts';
import type { Actor } from '@vitrine/contracts';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { remoteClient } from '@vitrine/platform/http/clients.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { openTestDatabase } from '@vitrine/platform/testing/test-database.ts';
import { identityDatabase } from '../../src/identity-repository.ts';
import { createIdentityService } from '../../src/service.ts';

export interface AdminRequest {
  method?: string;
  path: string;
  body?: unknown;
  key?: string;
}

export interface AdminAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** What is compared with the present instant. */
const INSTANTS = [
  ['api_token', 'expires_at'],
  ['api_token', 'last_used_at'],
  ['recovery', 'requested_at'],
  ['recovery', 'ends_at'],
  ['person', 'password_ends_at'],
] as const;

/** The service as it runs, on a database of its own, with a typed client and a plain one. */
export const runIdentity = async () => {
  const database = await openTestDatabase(identityDatabase);
  const { routes, commands, jobs } = createIdentityService({ database });
  const statements = createActorStatements('k'.repeat(32));
  const app = createServiceApp({ name: 'identity', routes, statements, log: quietLog, once: database.once });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${server.port}`;
  const send = async (actor: Actor, request: AdminRequest): Promise<AdminAnswer> => {
    const { method = 'GET', path, body, key } = request;
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        [ACTOR_HEADER]: await statements.sign(actor, 'identity'),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as AdminAnswer['body']) };
  };
  return {
    commands,
    database,
    client: remoteClient(identityInternalContract, { name: 'identity', url, statements }),
    get: async (path: string, actor: Actor) => {
      const response = await fetch(url + path, {
        headers: { [ACTOR_HEADER]: await statements.sign(actor, 'identity') },
      });
      return { status: response.status, body: await response.json() };
    },
    send,
    /** The work that waits, as the service does it by itself. */
    answerRecoveryRequests: async () => {
      for (const { name, run } of jobs) if (name.endsWith('answer-recovery-requests')) await run();
    },
    /** Asks the administration as somebody; with a key, as a repetition of what came with it before. */
    admin: (actor: Actor, request: AdminRequest): Promise<AdminAnswer> =>
      send(actor, { ...request, path: `/admin${request.path}` }),
    /** Lets that much pass, by the clock that decides: what was written is so much older. */
    passMs: async (ms: number): Promise<void> => {
      for (const [table, column] of INSTANTS)
        await database.sql.query(
          `UPDATE ${table} SET ${column} = ${column} - $1::float8 * interval '1 millisecond'`,
          [ms],
        );
    },
    stop: async () => {
      await server.close(1_000);
      await database.drop();
    },
  };
};

/** A user actor as the gateway would state one. */
export const anActor = (facts: { id: string; accountId: string; isAdministrator?: boolean }): Actor => ({
  kind: 'user',
  userId: facts.id,
  accountId: facts.accountId,
  name: 'Mia',
  email: 'mia@acme.test',
  isAdministrator: facts.isAdministrator ?? false,
  domainIds: [],
  currentDomainId: null,
  sharesEnabled: true,
  sessionId: 's',
});
