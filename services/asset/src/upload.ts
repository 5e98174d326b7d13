import type { Actor, UploadView } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';

/** A file that comes piece by piece. */
export interface Upload {
  id: string;
  accountId: string;
  domainId: string;
  userId: string;
  fileName: string;
  /** The readable part of the file name when null. */
  title: string | null;
  byteSize: number;
  received: number;
  state: UploadView['state'];
  assetId: string | null;
  failure: string | null;
  expiresAt: Date;
  /** Whether a request sends of it, or what came of one that broke off is still being stored; or a crash left it so. */
  isBeingSent: boolean;
}

/** One of which nothing came yet. */
export type NewUpload = Pick<
  Upload,
  'id' | 'accountId' | 'domainId' | 'userId' | 'fileName' | 'title' | 'byteSize'
>;

/** A stored piece of an upload. */
export interface UploadPart {
  uploadId: string;
  startsAt: number;
  byteSize: number;
  objectKey: string;
}

/** An upload of which nothing came for so long is forgotten. */
export const UPLOAD_LIFETIME_SECONDS = 24 * 3_600;

export const partKey = (uploadId: string, partId: string): string => `uploads/${uploadId}/${partId}`;

/**
 * One's own upload, into a domain that one still belongs to. @throws AppError `not-found` for anybody else's, as if
 * there were none
 */
export const assertOwn = (actor: Actor, upload: Upload | null): Upload => {
  const isOwn =
    actor.kind === 'user' &&
    upload?.userId === actor.userId &&
    upload.accountId === actor.accountId &&
    actor.domainIds.includes(upload.domainId);
  if (!isOwn) throw new AppError('not-found');
  return upload;
};

export const viewOfUpload = (upload: Upload): UploadView => ({
  id: upload.id,
  domainId: upload.domainId,
  fileName: upload.fileName,
  byteSize: upload.byteSize,
  receivedByteSize: upload.received,
  state: upload.state,
  assetId: upload.assetId,
  failure: upload.failure,
  expiresAt: upload.expiresAt.toISOString(),
});
