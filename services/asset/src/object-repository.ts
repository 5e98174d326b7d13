import type { Client } from './asset-repository.ts';

/** What of the object store is to be deleted, and from when on. */
export const objectRepository = (client: Client) => ({
  add: async (objectKeys: readonly string[], afterSeconds: number): Promise<void> => {
    await client.$executeRaw`
      INSERT INTO object_to_delete (object_key, delete_after)
      SELECT key, now() + make_interval(secs => ${afterSeconds}::float8) FROM unnest(${[...objectKeys]}::text[]) AS key
      ON CONFLICT (object_key) DO UPDATE SET delete_after = EXCLUDED.delete_after`;
  },
  /** Takes an object back that is needed after all; false where its deletion has begun. */
  keep: async (objectKey: string): Promise<boolean> => {
    const { count } = await client.objectToDelete.deleteMany({ where: { objectKey, isClaimed: false } });
    return count === 1;
  },
  /** Begins the deletion of one that is not needed; false where somebody kept it. */
  claim: async (objectKey: string): Promise<boolean> => {
    const { count } = await client.objectToDelete.updateMany({
      where: { objectKey },
      data: { isClaimed: true },
    });
    return count === 1;
  },
  /** Lets what stands here be deleted from now on. */
  makeDue: async (objectKey: string): Promise<void> => {
    await client.$executeRaw`UPDATE object_to_delete SET delete_after = now() WHERE object_key = ${objectKey}`;
  },
  /** Begins the deletion of what is due. */
  claimDue: async (limit: number): Promise<string[]> => {
    const rows = await client.$queryRaw<{ objectKey: string }[]>`
      UPDATE object_to_delete SET is_claimed = true
      WHERE object_key IN (
        SELECT object_key FROM object_to_delete WHERE delete_after <= now()
        ORDER BY delete_after LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING object_key AS "objectKey"`;
    return rows.map(({ objectKey }) => objectKey);
  },
  forget: async (objectKeys: readonly string[]): Promise<void> => {
    await client.objectToDelete.deleteMany({ where: { objectKey: { in: [...objectKeys] } } });
  },
});
