import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { CODE_MINUTES, TRIES_MAX } from './guest-code.ts';

/** A code that a browser may still enter. */
export interface WaitingCode {
  id: string;
  invitationId: string;
  secretVersion: number;
  codeHashes: string[];
  /** The tries that were had, this one among them. */
  tries: number;
}

type Client = TransactionOf<PrismaClient>;

/** What browsers wait for. All of it is by the clock of the database. */
export const codeRepository = (client: Client) => ({
  codes: { ...asked(client), ...entered(client), ...ended(client) },
});

const asked = (client: Client) => ({
  /** A code for a browser; it is made when its mail goes out. What is older than any limit is forgotten by the way. */
  ask: async (asked: { id: string; invitationId: string; secretVersion: number; browserHash: string }) => {
    await client.$executeRaw`DELETE FROM guest_code WHERE asked_at < now() - interval '1 day'`;
    await client.$executeRaw`
        INSERT INTO guest_code (id, invitation_id, secret_version, browser_hash, asked_at, expires_at)
        VALUES (${asked.id}::uuid, ${asked.invitationId}::uuid, ${asked.secretVersion}, ${asked.browserHash},
          now(), now() + make_interval(mins => ${CODE_MINUTES}::int))`;
  },
  /** When codes were asked for by the links of one sending of an invitation. */
  askedAt: async (invitationId: string, secretVersion: number): Promise<Date[]> => {
    const rows = await client.guestCode.findMany({
      where: { invitationId, secretVersion },
      select: { askedAt: true },
    });
    return rows.map(({ askedAt }) => askedAt);
  },
  /** Until when this browser may enter a code for this invitation; null where it waits for none. */
  awaitedUntil: async (invitationId: string, browserHash: string): Promise<Date | null> => {
    const [row] = await client.$queryRaw<{ expiresAt: Date }[]>`
        SELECT expires_at AS "expiresAt" FROM guest_code
        WHERE browser_hash = ${browserHash} AND invitation_id = ${invitationId}::uuid
          AND used_at IS NULL AND expires_at > now() AND tries < ${TRIES_MAX}`;
    return row?.expiresAt ?? null;
  },
  /** Keeps what the mail will say; false where nobody waits for it any more. */
  keep: async (id: string, codeHash: string): Promise<boolean> => {
    const kept = await client.$executeRaw`
        UPDATE guest_code SET code_hashes = code_hashes || ${codeHash}::text
        WHERE id = ${id}::uuid AND used_at IS NULL AND expires_at > now() AND tries < ${TRIES_MAX}`;
    return kept > 0;
  },
  /** The last one surely reached nobody. */
  forgetLast: async (id: string): Promise<void> => {
    await client.$executeRaw`
        UPDATE guest_code SET code_hashes = code_hashes[1:cardinality(code_hashes) - 1] WHERE id = ${id}::uuid`;
  },
});

const entered = (client: Client) => ({
  /** Counts a try before it is looked at, so that many at once count too; null where there is none to be had. */
  countTry: async (browserHash: string): Promise<WaitingCode | null> => {
    const [row] = await client.$queryRaw<WaitingCode[]>`
        UPDATE guest_code SET tries = tries + 1
        WHERE browser_hash = ${browserHash} AND used_at IS NULL AND expires_at > now() AND tries < ${TRIES_MAX}
        RETURNING id, invitation_id AS "invitationId", secret_version AS "secretVersion",
          code_hashes AS "codeHashes", tries`;
    return row ?? null;
  },
  /** Whether there is no try left of what would still be in time. */
  isSpent: async (browserHash: string): Promise<boolean> => {
    const found = await client.$queryRaw<unknown[]>`
        SELECT 1 FROM guest_code WHERE browser_hash = ${browserHash} AND used_at IS NULL AND expires_at > now()
          AND tries >= ${TRIES_MAX}`;
    return found.length > 0;
  },
  /** It is good for once. */
  use: async (id: string): Promise<boolean> => {
    const used = await client.$executeRaw`
        UPDATE guest_code SET used_at = now() WHERE id = ${id}::uuid AND used_at IS NULL AND expires_at > now()`;
    return used > 0;
  },
});

const ended = (client: Client) => ({
  /** Another one was asked for in this browser. */
  end: async (browserHash: string): Promise<void> => {
    await client.$executeRaw`
        UPDATE guest_code SET expires_at = now() WHERE browser_hash = ${browserHash} AND expires_at > now()`;
  },
  /** The links of these are dead, and what was asked for by them. */
  endAllOf: async (invitationIds: readonly string[]): Promise<void> => {
    await client.$executeRaw`
        UPDATE guest_code SET expires_at = now()
        WHERE invitation_id = ANY (${[...invitationIds]}::uuid[]) AND expires_at > now()`;
  },
});
