import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Readable } from 'node:stream';
import type { AssetRepositories } from '../asset-repository.ts';
import type { FileIntake, IngestFile, IntakeResult } from '../file-intake.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories'>;
  ingest: IngestFile;
}

/**
 * Takes a file from a folder or the demo; one that the domain already holds, by name and content, is left as it is.
 * @throws AppError `not-found` where asset was not told of such a domain in the account
 */
export const importFile =
  ({ database, ingest }: Deps) =>
  async (file: FileIntake, content: Readable): Promise<IntakeResult> => {
    const domain = await database.repositories.domains.byId(file.domainId);
    if (domain?.accountId !== file.accountId) {
      content.destroy();
      throw new AppError('not-found', { domainId: file.domainId });
    }
    return ingest(file.fileName, content, () => file, { skipsDoubles: true });
  };
