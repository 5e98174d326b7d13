import type { Client } from './asset-repository.ts';

/** A small original that is in no pack. */
export interface UnpackedObject {
  objectKey: string;
  byteSize: number;
}

/** Which originals lie together in packs. */
export const packRepository = (client: Client) => ({
  /** The last that came first, as lists show them: then a download reads on from the pack where it stopped. */
  unpacked: async (byteSizeMax: number, limit: number): Promise<UnpackedObject[]> => {
    const rows = await client.$queryRaw<{ objectKey: string; byteSize: bigint }[]>`
      SELECT object_key AS "objectKey", byte_size AS "byteSize" FROM asset
      WHERE byte_size <= 65536 AND byte_size <= ${byteSizeMax}
        AND NOT EXISTS (SELECT FROM packed_object WHERE packed_object.object_key = asset.object_key)
      ORDER BY object_key DESC LIMIT ${limit}`;
    return rows.map(({ objectKey, byteSize }) => ({ objectKey, byteSize: Number(byteSize) }));
  },
  /** Writes down what lies in a pack; false, and nothing is, where an asset was removed meanwhile. */
  add: async (packKey: string, objectKeys: readonly string[]): Promise<boolean> => {
    const there = await client.$queryRaw<object[]>`
      SELECT object_key FROM asset WHERE object_key = ANY(${[...objectKeys]}::text[]) FOR KEY SHARE`;
    if (there.length < objectKeys.length) return false;
    await client.$executeRaw`
      INSERT INTO packed_object (object_key, pack_key)
      SELECT key, ${packKey} FROM unnest(${[...objectKeys]}::text[]) AS key`;
    return true;
  },
  /** Forgets all packs that hold one of these objects, and answers which they were. */
  removeWith: async (objectKeys: readonly string[]): Promise<string[]> => {
    const rows = await client.$queryRaw<{ packKey: string }[]>`
      WITH gone AS (
        DELETE FROM packed_object WHERE pack_key IN (
          SELECT pack_key FROM packed_object WHERE object_key = ANY(${[...objectKeys]}::text[]))
        RETURNING pack_key)
      SELECT DISTINCT pack_key AS "packKey" FROM gone`;
    return rows.map(({ packKey }) => packKey);
  },
});
