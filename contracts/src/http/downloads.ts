import * as z from 'zod';
import { ExcludedAsset } from '../model/asset.ts';
import { ASSETS_MAX } from '../model/share.ts';
import { AssetIds, errorsOf, route } from './route.ts';

/** A plan: what a download will contain, and what was left out and why. It never changes. */
export const DownloadView = z.object({
  id: z.uuid(),
  /** The path that gives the bytes, `/d/<ticket>`; a secret of its own. */
  url: z.string(),
  kind: z.enum(['file', 'zip']),
  fileName: z.string(),
  /** The exact number of bytes that `url` gives. */
  byteSize: z.int(),
  entryCount: z.int(),
  included: z.array(z.object({ assetId: z.uuid(), name: z.string(), byteSize: z.int() })),
  excluded: z.array(ExcludedAsset),
  /** Until when it has to be started. */
  expiresAt: z.iso.datetime(),
});
export type DownloadView = z.infer<typeof DownloadView>;

export const DOWNLOAD_STATES = ['prepared', 'running', 'completed', 'aborted', 'expired'] as const;

/** Plans of downloads. Answered by download; the bytes are at `GET /d/:ticket`. */
export const downloadsContract = {
  prepare: route
    .meta({ hasSecretAnswer: true })
    .route({
      method: 'POST',
      path: '/downloads',
      successStatus: 201,
      summary: 'Plan a download',
      tags: ['Downloads'],
    })
    .errors(errorsOf('not-found', 'nothing-to-download', 'too-large'))
    .input(z.object({ assetIds: AssetIds(ASSETS_MAX), shareId: z.uuid().optional() }))
    .output(DownloadView),
  get: route
    .route({ method: 'GET', path: '/downloads/{id}', summary: 'How far a download is', tags: ['Downloads'] })
    .errors(errorsOf('not-found'))
    .input(z.object({ id: z.uuid() }))
    .output(
      z.object({
        id: z.uuid(),
        state: z.enum(DOWNLOAD_STATES),
        fileName: z.string(),
        byteSize: z.int(),
        bytesSent: z.int(),
      }),
    ),
};
