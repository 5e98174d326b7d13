import { AssetTitle, type AssetView, UPLOAD_FIELDS, type UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { idempotencyKeyIn } from '@vitrine/platform/http/repeated-requests.ts';
import type { IncomingMessage } from 'node:http';
import { domainOf } from '../asset-access.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import type { IngestFile, IntakeOptions } from '../file-intake.ts';
import { type FormFields, readForm } from './read-form.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'once'>;
  ingest: IngestFile;
}

/**
 * Takes a form with one `file` and the fields `domainId` and `title`, both optional, before or behind it. What stands
 * before the file refuses it before its bytes are kept. Repeated with the same Idempotency-Key, the same form is the
 * same asset.
 */
export const uploadAsset =
  ({ database, ingest }: Deps) =>
  (request: IncomingMessage, actor: UserActor): Promise<AssetView> =>
    readForm(request, async (fields, { fileName, content, isWhole }) => {
      const describe = () => ({ ...placeOf(fields, actor), title: titleOf(fields), createdBy: actor.userId });
      if (fields.has(UPLOAD_FIELDS.domainId)) describe();
      const told = async () => {
        await isWhole();
        return describe();
      };
      const { asset } = await ingest(fileName, content, told, repeatable(database, request, actor));
      return asset;
    });

const repeatable = (
  { once }: Deps['database'],
  { headers }: IncomingMessage,
  { userId }: UserActor,
): IntakeOptions => {
  const key = idempotencyKeyIn(headers);
  if (key === undefined) return {};
  return { once: (file, make) => once({ scope: `user ${userId} assets.upload`, key, request: file }, make) };
};

const placeOf = (fields: FormFields, actor: UserActor) => {
  const domainId = domainOf(actor, fields.get(UPLOAD_FIELDS.domainId) || undefined);
  if (domainId === null) throw new AppError('not-found');
  return { accountId: actor.accountId, domainId };
};

const titleOf = (fields: FormFields): string | undefined => {
  const title = fields.get(UPLOAD_FIELDS.title) || undefined;
  if (title === undefined) return undefined;
  const { success, data } = AssetTitle.safeParse(title);
  if (!success) throw new AppError('invalid-title');
  return data;
};
