import type { Asset, PictureOnDemand, Rendition } from './asset.ts';
import type { Client } from './asset-repository.ts';

/** Of an asset that has no such picture all of the picture is null. */
export type ShownPicture = Pick<Asset, 'id' | 'accountId' | 'domainId'> &
  (Pick<Rendition, 'objectKey' | 'byteSize' | 'etag'> | { objectKey: null; byteSize: null; etag: null });

/** A machine that was busy may draw it later; what takes all it may have is not tried at each request. */
const TRIED_AGAIN_MINUTES = 10;

export const renditionRepository = (client: Client) => ({
  add: async (renditions: readonly Rendition[]): Promise<void> => {
    await client.rendition.createMany({ data: [...renditions] });
  },
  /** What is drawn on demand, which somebody else may have drawn at the same time. */
  addDrawn: async (rendition: Rendition): Promise<void> => {
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
  /** Whether it could not be drawn a while ago. */
  isUndrawn: async (assetId: string, name: PictureOnDemand): Promise<boolean> => {
    const rows = await client.$queryRaw<unknown[]>`
      SELECT 1 FROM undrawn_picture WHERE asset_id = ${assetId}::uuid AND name = ${name}
        AND tried_at > now() - make_interval(mins => ${TRIED_AGAIN_MINUTES}::int)`;
    return rows.length > 0;
  },
  /** It was tried, and is not tried again so soon. */
  giveUp: async (assetId: string, name: PictureOnDemand, reason: string): Promise<void> => {
    await client.$executeRaw`
      INSERT INTO undrawn_picture (asset_id, name, reason) VALUES (${assetId}::uuid, ${name}, ${reason})
      ON CONFLICT (asset_id, name) DO UPDATE SET reason = EXCLUDED.reason, tried_at = now()`;
  },
  ofAssets: async (assetIds: readonly string[]): Promise<Rendition[]> => {
    const rows = await client.rendition.findMany({ where: { assetId: { in: [...assetIds] } } });
    return rows.map((row) => ({ ...row, name: row.name as Rendition['name'] }));
  },
});
