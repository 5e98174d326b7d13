import type { Rendition } from './asset.ts';
import type { Client } from './asset-repository.ts';

export const renditionRepository = (client: Client) => ({
  add: async (renditions: readonly Rendition[]): Promise<void> => {
    await client.rendition.createMany({ data: [...renditions] });
  },
  find: async (assetId: string, name: Rendition['name']): Promise<Rendition | null> => {
    const row = await client.rendition.findUnique({ where: { assetId_name: { assetId, name } } });
    return row && { ...row, name };
  },
  ofAssets: async (assetIds: readonly string[]): Promise<Rendition[]> => {
    const rows = await client.rendition.findMany({ where: { assetId: { in: [...assetIds] } } });
    return rows.map((row) => ({ ...row, name: row.name as Rendition['name'] }));
  },
});
