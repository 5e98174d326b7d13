import { Prisma } from '../prisma/generated/client.ts';
import type { Client } from './asset-repository.ts';
import { type NewUpload, UPLOAD_LIFETIME_SECONDS, type Upload, type UploadPart } from './upload.ts';

type Row = Omit<Upload, 'byteSize' | 'received'> & { byteSize: bigint; received: bigint };

const COLUMNS = Prisma.raw(
  'id, account_id AS "accountId", domain_id AS "domainId", user_id AS "userId", file_name AS "fileName", title, ' +
    'byte_size AS "byteSize", received, state, asset_id AS "assetId", failure, expires_at AS "expiresAt", ' +
    'writer IS NOT NULL AS "isBeingSent"',
);
const END = Prisma.sql`now() + make_interval(secs => ${UPLOAD_LIFETIME_SECONDS}::float8)`;

const uploadOf = (row: Row): Upload => ({
  ...row,
  byteSize: Number(row.byteSize),
  received: Number(row.received),
});

/** Files that come piece by piece. What is past its end is not there any more. */
export const uploadRepository = (client: Client) => ({
  ...receiving(client),
  ...finishing(client),
  byId: (id: string): Promise<Upload | null> => one(client, Prisma.sql`id = ${id}::uuid`),
  /** Those of a user that can be gone on with, newest first. */
  unfinishedOf: async (userId: string, limit: number): Promise<Upload[]> => {
    const rows = await client.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM upload
      WHERE user_id = ${userId}::uuid AND state = 'receiving' AND expires_at > now()
      ORDER BY created_at DESC LIMIT ${limit}`;
    return rows.map(uploadOf);
  },
  /** The keys of all its pieces, in their order. */
  partKeys: async (uploadId: string): Promise<string[]> => {
    const parts = await client.uploadPart.findMany({
      where: { uploadId },
      orderBy: { startsAt: 'asc' },
      select: { objectKey: true },
    });
    return parts.map(({ objectKey }) => objectKey);
  },
  forgetParts: async (uploadId: string): Promise<void> => {
    await client.uploadPart.deleteMany({ where: { uploadId } });
  },
  remove: async (id: string): Promise<void> => {
    await client.$executeRaw`DELETE FROM upload WHERE id = ${id}::uuid`;
  },
  /** Locked, those that are past their end, but for one that is being made an asset. */
  lockEnded: async (limit: number): Promise<string[]> => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM upload WHERE expires_at <= now() AND state <> 'finishing'
      ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    return rows.map(({ id }) => id);
  },
});

const receiving = (client: Client) => ({
  add: async (upload: NewUpload) => {
    const { id, accountId, domainId, userId, fileName, title, byteSize } = upload;
    const [row] = await client.$queryRaw<Row[]>`
      INSERT INTO upload (id, account_id, domain_id, user_id, file_name, title, byte_size, expires_at)
      VALUES (${id}::uuid, ${accountId}::uuid, ${domainId}::uuid, ${userId}::uuid, ${fileName}, ${title},
              ${byteSize}::bigint, ${END})
      RETURNING ${COLUMNS}`;
    if (!row) throw new Error('The upload was not kept.');
    return uploadOf(row);
  },
  /** Lets one request send from a place on, and no other from then on; false where it is at another place. */
  begin: async (id: string, from: number, writer: string): Promise<boolean> => {
    const count = await client.$executeRaw`
      UPDATE upload SET writer = ${writer}::uuid, expires_at = ${END}
      WHERE id = ${id}::uuid AND state = 'receiving' AND received = ${from}::bigint AND expires_at > now()`;
    return count === 1;
  },
  /** No more comes of that request, and what came is counted in. */
  end: async (id: string, writer: string): Promise<void> => {
    await client.$executeRaw`
      UPDATE upload SET writer = NULL WHERE id = ${id}::uuid AND writer = ${writer}::uuid`;
  },
  /** Counts a stored piece in; false where another request sends by now. With the last one the upload is complete. */
  addPart: async ({ uploadId, startsAt, byteSize, objectKey }: UploadPart, writer: string) => {
    const count = await client.$executeRaw`
      UPDATE upload SET received = received + ${byteSize}, expires_at = ${END}, next_at = now(),
        state = CASE WHEN received + ${byteSize} = byte_size THEN 'finishing' ELSE state END
      WHERE id = ${uploadId}::uuid AND state = 'receiving' AND writer = ${writer}::uuid
        AND received = ${startsAt}::bigint`;
    if (count !== 1) return false;
    await client.$executeRaw`
      INSERT INTO upload_part VALUES (${uploadId}::uuid, ${startsAt}::bigint, ${byteSize}, ${objectKey})`;
    return true;
  },
});

const finishing = (client: Client) => ({
  /** The next one that is complete and that nobody makes an asset of. */
  claim: async (leaseSeconds: number): Promise<Upload | null> => {
    const [row] = await client.$queryRaw<Row[]>`
      UPDATE upload SET locked_until = now() + make_interval(secs => ${leaseSeconds}::float8)
      WHERE id = (
        SELECT id FROM upload
        WHERE state = 'finishing' AND next_at <= now() AND (locked_until IS NULL OR locked_until <= now())
        ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING ${COLUMNS}`;
    return row ? uploadOf(row) : null;
  },
  extend: async (id: string, leaseSeconds: number): Promise<void> => {
    await client.$executeRaw`
      UPDATE upload SET locked_until = now() + make_interval(secs => ${leaseSeconds}::float8)
      WHERE id = ${id}::uuid`;
  },
  /** Gives it back for another attempt later. */
  postpone: async (id: string, seconds: number): Promise<void> => {
    await client.$executeRaw`
      UPDATE upload SET locked_until = NULL, next_at = now() + make_interval(secs => ${seconds}::float8)
      WHERE id = ${id}::uuid`;
  },
  /** It is an asset now; false where it was made one before. */
  finish: async (id: string, assetId: string): Promise<boolean> => {
    const count = await client.$executeRaw`
      UPDATE upload SET state = 'done', asset_id = ${assetId}::uuid, locked_until = NULL
      WHERE id = ${id}::uuid AND state = 'finishing'`;
    return count === 1;
  },
  fail: async (id: string, failure: string): Promise<void> => {
    await client.$executeRaw`
      UPDATE upload SET state = 'failed', failure = ${failure}, locked_until = NULL
      WHERE id = ${id}::uuid AND state = 'finishing'`;
  },
});

const one = async (client: Client, condition: Prisma.Sql): Promise<Upload | null> => {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM upload WHERE expires_at > now() AND ${condition}`;
  return row ? uploadOf(row) : null;
};
