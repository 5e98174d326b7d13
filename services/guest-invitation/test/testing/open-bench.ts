import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Actor,
  type UserActor,
  bouncesContract,
  guestInternalContract,
  guestsContract,
} from '@vitrine/contracts';
import { createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { connectToBus } from '@vitrine/platform/bus/connect-to-bus.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import { remoteClient } from '@vitrine/platform/http/clients.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { createLog } from '@vitrine/platform/log/log.ts';
import { openTestDatabase } from '@vitrine/platform/testing/test-database.ts';
import { guestInvitationDatabase } from '../../src/invitation-repository.ts';
import { createSmtpTransport } from '../../src/mail/smtp-transport.ts';
import type { MailTransport } from '../../src/mail/transport.ts';
import { attemptMail, claimMail } from '../../src/send-mail/send-mail.ts';
import { createGuestInvitationService } from '../../src/service.ts';
import { type Facts, aShare, aUser } from '../../src/testing/builders.ts';
import { emptyWorld, peersIn } from './peers.ts';
import { openPostOffice } from '@vitrine/platform/testing/post-office.ts';

/** The context of a call by this actor. */
export const as = (actor: Actor) => ({ context: { actor } });
export const asService = as({ kind: 'service', service: 'test' });

export type Bench = Awaited<ReturnType<typeof openBench>>;

export const BOUNCES = { address: 'bounces@acme.example', token: 'a token that only the mail server knows' };

const settings = { publicUrl: 'https://assets.acme.example', from: 'Vitrine <assets@acme.example>' };

/** The service over real HTTP, a database of its own and a real mail server, among peers that answer out of `world`. */
export const openBench = async () => {
  const database = await openTestDatabase(guestInvitationDatabase);
  const postOffice = await openPostOffice();
  const world = emptyWorld();
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-guests-'));
  const destination = path.join(folder, 'log');
  const log = createLog({ service: 'guest-invitation', level: 'trace', destination });
  const transport = createSmtpTransport(postOffice.url);
  const clients = peersIn(world);
  const deps = { database, clients, settings, log, newId, bounces: BOUNCES };
  const service = createGuestInvitationService({ ...deps, transport });
  const statements = createActorStatements('k'.repeat(32));
  const app = createServiceApp({ name: 'guest-invitation', routes: service.routes, statements, log });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${server.port}`;
  const bus = createInProcessBus();
  await connectToBus({ bus, database, subscriptions: service.subscriptions, log });
  await bus.start();
  return {
    database,
    world,
    postOffice,
    service,
    deps,
    bus,
    /** All that was logged. */
    logged: () => readFile(destination, 'utf8'),
    guests: remoteClient(guestsContract, { name: 'guest-invitation', url: `${url}/api/v1`, statements }),
    bounces: remoteClient(bouncesContract, { name: 'guest-invitation', url: `${url}/api/v1`, statements }),
    internal: remoteClient(guestInternalContract, { name: 'guest-invitation', url, statements }),
    ...peopleIn(world),
    ...mailsOf({ ...deps, transport }),
    /** What the service told the others, oldest first, since the last time this was asked. */
    told: async () => {
      const events = await database.publishedEvents();
      await database.sql.query('DELETE FROM platform.outbox');
      return events.map(({ type, subject, data }) => ({
        type,
        subject,
        data: data as Record<string, unknown>,
      }));
    },
    /** Lets the time of an invitation pass. */
    expire: (invitationId: string) =>
      database.sql.query(
        `UPDATE invitation SET invited_at = invited_at - expires_at + now(), expires_at = now() - interval '1 second' WHERE id = $1`,
        [invitationId],
      ),
    close: async () => {
      await server.close(100);
      await bus.stop();
      await transport.close();
      await postOffice.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
};

const peopleIn = (world: ReturnType<typeof emptyWorld>) => ({
  /** A person that identity knows. */
  user: (overrides: Partial<UserActor> = {}): UserActor => {
    const user = aUser(overrides);
    world.users.set(user.userId, user);
    return user;
  },
  /** A share of a person. */
  shareOf: (owner: UserActor, overrides: Partial<Facts> = {}): Facts => {
    const share = aShare({
      accountId: owner.accountId,
      ownerId: owner.userId,
      ownerName: owner.name,
      ownerEmail: owner.email,
      ...overrides,
    });
    world.shares.set(share.shareId, share);
    return share;
  },
});

type SendDeps = Parameters<typeof attemptMail>[0] & {
  database: Awaited<ReturnType<typeof openTestDatabase>>;
};

const mailsOf = (deps: SendDeps) => ({
  /** Attempts every mail whose time has come, by this transport. */
  sendAll: async (transport: MailTransport = deps.transport): Promise<void> => {
    for (let mail = await claimMail(deps); mail !== null; mail = await claimMail(deps))
      await attemptMail({ ...deps, transport }, mail);
  },
  /** Lets the time until the next attempt pass, and the lease of one that died. What is kept is rounded, at times up. */
  makeDue: () =>
    deps.database.sql.query(
      `UPDATE mail_send SET next_at = now() - interval '1 second', locked_until = NULL`,
    ),
});
