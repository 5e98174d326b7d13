import type { Client } from './asset-repository.ts';

/** A small original that is in no pack. */
export interface UnpackedObject {
  objectKey: string;
  byteSize: number;
  /** As it was when it came. */
  crc32: number;
}

/** Which originals lie together in packs. */
export const packRepository = (client: Client) => ({
  ...comparisons(client),
  /** The last that came first, as lists show them: then a download reads on from the pack where it stopped. */
  unpacked: async (byteSizeMax: number, limit: number): Promise<UnpackedObject[]> => {
    const rows = await client.$queryRaw<{ objectKey: string; byteSize: bigint; crc32: bigint }[]>`
      SELECT object_key AS "objectKey", byte_size AS "byteSize", crc32 FROM asset
      WHERE byte_size <= ${byteSizeMax}
        AND NOT EXISTS (SELECT FROM packed_object WHERE packed_object.object_key = asset.object_key)
      ORDER BY object_key DESC LIMIT ${limit}`;
    return rows.map((row) => ({ ...row, byteSize: Number(row.byteSize), crc32: Number(row.crc32) }));
  },
  /**
   * Writes down what lies in a pack. An asset that was removed meanwhile takes the pack along when its objects are
   * deleted; false, and nothing is written, where that has begun.
   */
  add: async (packKey: string, objectKeys: readonly string[]): Promise<boolean> => {
    const ofAssets = await client.$queryRaw<object[]>`
      SELECT object_key FROM asset WHERE object_key = ANY(${[...objectKeys]}::text[]) FOR KEY SHARE`;
    const ofRemoved = await client.$queryRaw<object[]>`
      SELECT object_key FROM object_to_delete
      WHERE object_key = ANY(${[...objectKeys]}::text[]) AND NOT is_claimed FOR SHARE`;
    if (ofAssets.length + ofRemoved.length < objectKeys.length) return false;
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
    return keysIn(rows);
  },
  /** Forgets these packs. */
  remove: async (packKeys: readonly string[]): Promise<void> => {
    await client.$executeRaw`DELETE FROM packed_object WHERE pack_key = ANY(${[...packKeys]}::text[])`;
  },
});

/** For who holds packs against what is written down. */
const comparisons = (client: Client) => ({
  /** All that are written down. */
  keys: async (): Promise<string[]> =>
    keysIn(await client.$queryRaw`SELECT DISTINCT pack_key AS "packKey" FROM packed_object`),
  /** Those that hold what is no asset's any more. */
  keysWithRemoved: async (): Promise<string[]> =>
    keysIn(
      await client.$queryRaw`
        SELECT DISTINCT pack_key AS "packKey" FROM packed_object
        WHERE NOT EXISTS (SELECT FROM asset WHERE asset.object_key = packed_object.object_key)`,
    ),
  /** Those among packs that are not written down, and not about to be either: who makes one notes it before. */
  unknown: async (packKeys: readonly string[]): Promise<string[]> =>
    keysIn(
      await client.$queryRaw`
        SELECT key AS "packKey" FROM unnest(${[...packKeys]}::text[]) AS key
        WHERE NOT EXISTS (SELECT FROM packed_object WHERE pack_key = key)
          AND NOT EXISTS (SELECT FROM object_to_delete WHERE object_key = key)`,
    ),
  /** What the CRC-32 of these originals were when they came. */
  sumsOf: async (objectKeys: readonly string[]): Promise<Map<string, number>> => {
    const rows = await client.$queryRaw<{ objectKey: string; crc32: bigint }[]>`
      SELECT object_key AS "objectKey", crc32 FROM asset WHERE object_key = ANY(${[...objectKeys]}::text[])`;
    return new Map(rows.map(({ objectKey, crc32 }) => [objectKey, Number(crc32)]));
  },
});

const keysIn = (rows: readonly { packKey: string }[]): string[] => rows.map(({ packKey }) => packKey);
