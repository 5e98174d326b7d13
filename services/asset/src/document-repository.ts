import type { Asset } from './asset.ts';
import type { Client } from './asset-repository.ts';

/** An asset as far as its pages go; `pageCount` is null where nobody counted them yet. */
export type Document = Pick<Asset, 'id' | 'accountId' | 'domainId' | 'kind' | 'hasPreview'> & {
  pageCount: number | null;
};

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
});
