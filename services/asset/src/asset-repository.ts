import { defineDatabase } from '@vitrine/platform/database/define-database.ts';
import type { InTransaction, TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { PrismaClient } from '../prisma/generated/client.ts';
import { assetFileRepository } from './asset-file-repository.ts';
import { catalogueRepository } from './catalogue-repository.ts';
import { documentRepository } from './document-repository.ts';
import { domainRepository } from './domain-repository.ts';
import { objectRepository } from './object-repository.ts';
import { packRepository } from './pack-repository.ts';
import { renderJobRepository } from './render-job-repository.ts';
import { renditionRepository } from './rendition-repository.ts';
import { uploadRepository } from './upload-repository.ts';
import { storedAssetRepository } from './stored-asset-repository.ts';

/** A client inside or outside of a transaction: repositories cannot tell. */
export type Client = TransactionOf<PrismaClient>;

export type AssetRepositories = ReturnType<typeof assetRepositories>;
/** What a unit of work is handed. */
export type AssetTransaction = InTransaction<AssetRepositories>;

export const assetDatabase = defineDatabase({
  migrations: new URL('../prisma/migrations', import.meta.url),
  createClient: (options) => new PrismaClient(options),
  repositories: assetRepositories,
});

function assetRepositories(client: TransactionOf<PrismaClient>) {
  return {
    assets: storedAssetRepository(client),
    catalogue: catalogueRepository(client),
    files: assetFileRepository(client),
    documents: documentRepository(client),
    domains: domainRepository(client),
    objectsToDelete: objectRepository(client),
    packs: packRepository(client),
    renditions: renditionRepository(client),
    renderJobs: renderJobRepository(client),
    uploads: uploadRepository(client),
  };
}
