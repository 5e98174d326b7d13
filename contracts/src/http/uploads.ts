import * as z from 'zod';
import { GivenId, errorsOf, route } from './route.ts';

/** How far an upload is: it takes bytes, is made an asset of, is one, or never will be. */
export const UPLOAD_STATES = ['receiving', 'finishing', 'done', 'failed'] as const;

/** A file that comes piece by piece. */
export const UploadView = z.object({
  id: z.uuid(),
  domainId: z.uuid(),
  fileName: z.string(),
  byteSize: z.int(),
  /** As many as are kept, whatever happens to the connection. */
  receivedByteSize: z.int(),
  state: z.enum(UPLOAD_STATES),
  /** The asset that it became; null until then. */
  assetId: z.uuid().nullable(),
  /** The code of the error that ended it. */
  failure: z.string().nullable(),
  /** When it is forgotten, unless more of it comes. */
  expiresAt: z.iso.datetime(),
});
export type UploadView = z.infer<typeof UploadView>;

/** One's own uploads, as they are; their bytes come by tus 1.0 (byte-routes.ts). Answered by asset. */
export const uploadsContract = {
  list: route
    .route({
      method: 'GET',
      path: '/uploads',
      summary: 'My uploads that can be gone on with',
      tags: ['Uploads'],
    })
    .output(z.object({ items: z.array(UploadView) })),
  get: route
    .route({ method: 'GET', path: '/uploads/{id}', summary: 'How far an upload is', tags: ['Uploads'] })
    .errors(errorsOf('not-found'))
    .input(z.object({ id: GivenId }))
    .output(UploadView),
};

/** tus 1.0.0 (https://tus.io/protocols/resumable-upload), as much of it as is spoken at `/uploads`. */
export const TUS = {
  version: '1.0.0',
  extensions: ['creation', 'termination', 'expiration'],
  contentType: 'application/offset+octet-stream',
} as const;

/** What `Upload-Metadata` may name; others are passed over. Without `domainId` the current domain is meant. */
export const UPLOAD_METADATA = { fileName: 'filename', domainId: 'domainId', title: 'title' } as const;
