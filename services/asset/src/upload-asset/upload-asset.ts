import { AssetTitle, type AssetView, UPLOAD_FIELDS, type UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { IncomingMessage } from 'node:http';
import { domainOf } from '../asset-access.ts';
import type { IngestFile } from '../file-intake.ts';
import { type FormFields, readForm } from './read-form.ts';

/**
 * Takes a form with one `file` and the fields `domainId` and `title`, both optional, before or behind it. What stands
 * before the file refuses it before its bytes are kept.
 */
export const uploadAsset =
  ({ ingest }: { ingest: IngestFile }) =>
  (request: IncomingMessage, actor: UserActor): Promise<AssetView> =>
    readForm(request, async (fields, { fileName, content, isWhole }) => {
      const describe = () => ({ ...placeOf(fields, actor), title: titleOf(fields), createdBy: actor.userId });
      if (fields.has(UPLOAD_FIELDS.domainId)) describe();
      const { asset } = await ingest(fileName, content, async () => {
        await isWhole();
        return describe();
      });
      return asset;
    });

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
