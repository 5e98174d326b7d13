import type { Asset, Rendition } from './asset.ts';
import type { Client } from './asset-repository.ts';

/** Of an asset that has no such picture all of the picture is null. */
export type ShownPicture = Pick<Asset, 'id' | 'accountId' | 'domainId'> &
  (Pick<Rendition, 'objectKey' | 'byteSize' | 'etag'> | { objectKey: null; byteSize: null; etag: null });

export const renditionRepository = (client: Client) => ({
  add: async (renditions: readonly Rendition[]): Promise<void> => {
    await client.rendition.createMany({ data: [...renditions] });
  },
  /** Of a page, which somebody else may have drawn at the same time. */
  addPage: async (rendition: Rendition): Promise<void> => {
    await client.rendition.createMany({ data: [rendition], skipDuplicates: true });
  },
  /**
   * A picture and whose asset it is of, in one query: a page asks for dozens of them at a time. Of several names the
   * first that there is.
   */
  shown: async (assetId: string, names: readonly Rendition['name'][]): Promise<ShownPicture | null> => {
    const [row] = await client.$queryRaw<ShownPicture[]>`
      SELECT asset.id, account_id AS "accountId", domain_id AS "domainId",
        rendition.object_key AS "objectKey", rendition.byte_size AS "byteSize", etag
      FROM asset LEFT JOIN rendition ON rendition.asset_id = asset.id AND rendition.name = ANY (${names}::text[])
      WHERE asset.id = ${assetId}::uuid
      ORDER BY array_position(${names}::text[], rendition.name) LIMIT 1`;
    return row ?? null;
  },
  ofAssets: async (assetIds: readonly string[]): Promise<Rendition[]> => {
    const rows = await client.rendition.findMany({ where: { assetId: { in: [...assetIds] } } });
    return rows.map((row) => ({ ...row, name: row.name as Rendition['name'] }));
  },
});
