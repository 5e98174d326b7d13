import type { Asset } from './asset.ts';
import type { Client } from './asset-repository.ts';

/** An asset as far as its pages go; `pageCount` is null where nobody counted them yet. */
export type Document = Pick<Asset, 'id' | 'accountId' | 'domainId' | 'kind' | 'hasPreview'> & {
  pageCount: number | null;
};

/** A machine that was busy may draw it later; a page that takes all it may have is not tried at each request. */
const TRIED_AGAIN_MINUTES = 10;

export const documentRepository = (client: Client) => ({
  byId: async (assetId: string): Promise<Document | null> => {
    const [row] = await client.$queryRaw<Document[]>`
      SELECT id, account_id AS "accountId", domain_id AS "domainId", kind, has_preview AS "hasPreview",
        page_count AS "pageCount"
      FROM asset LEFT JOIN document ON asset_id = id WHERE id = ${assetId}::uuid`;
    return row ?? null;
  },
  count: async (assetId: string, pageCount: number): Promise<void> => {
    await client.document.createMany({ data: [{ assetId, pageCount }], skipDuplicates: true });
  },
  /** Whether it could not be drawn a while ago. */
  isUndrawn: async (assetId: string, page: number): Promise<boolean> => {
    const rows = await client.$queryRaw<unknown[]>`
      SELECT 1 FROM undrawn_page WHERE asset_id = ${assetId}::uuid AND page = ${page}
        AND tried_at > now() - make_interval(mins => ${TRIED_AGAIN_MINUTES}::int)`;
    return rows.length > 0;
  },
  /** It was tried, and is not tried again so soon. */
  giveUp: async (assetId: string, page: number, reason: string): Promise<void> => {
    await client.$executeRaw`
      INSERT INTO undrawn_page (asset_id, page, reason) VALUES (${assetId}::uuid, ${page}, ${reason})
      ON CONFLICT (asset_id, page) DO UPDATE SET reason = EXCLUDED.reason, tried_at = now()`;
  },
});
