import * as z from 'zod';
import { ExcludedAsset } from '../model/asset.ts';
import { quickList } from '../model/quick-list.ts';
import { ASSETS_MAX } from '../model/share.ts';
import { isKeptUuid } from '../model/uuids.ts';
import { AssetIds, GivenId, errorsOf, route } from './route.ts';

const Included = z.object({ assetId: z.uuid(), name: z.string(), byteSize: z.int() });

const FIELD_COUNT = Object.keys(Included.shape).length;

/** With nothing else in it: what zod would leave out is left to zod. */
const isIncluded = (item: unknown): boolean => {
  if (typeof item !== 'object' || item === null) return false;
  const { assetId, name, byteSize } = item as Record<string, unknown>;
  return (
    isKeptUuid(assetId) && typeof name === 'string' && Number.isSafeInteger(byteSize) && hasNoOther(item)
  );
};

const hasNoOther = (item: object): boolean => Object.keys(item).length === FIELD_COUNT;

/** A plan: what a download will contain, and what was left out and why. It never changes. */
export const DownloadView = z.object({
  id: z.uuid(),
  /** The path that gives the bytes, `/d/<ticket>`; a secret of its own. */
  url: z.string(),
  kind: z.enum(['file', 'zip']),
  fileName: z.string(),
  /** The exact number of bytes that `url` gives. */
  byteSize: z.int(),
  /** How many files it holds, the manifest with them. */
  entryCount: z.int(),
  /** Each asset under the name that it has inside, its folder with it. */
  included: quickList(z.array(Included), isIncluded),
  /** The last file of the zip, where one was asked for: the SHA-256 sums of all others. */
  manifest: z.object({ name: z.string(), byteSize: z.int() }).nullable(),
  excluded: z.array(ExcludedAsset),
  /** Until when it has to be started. */
  expiresAt: z.iso.datetime(),
});
export type DownloadView = z.infer<typeof DownloadView>;

/** Who ends a download before its last byte. */
export const ABORTED_BY = ['reader', 'revocation', 'source', 'shutdown'] as const;
/**
 * What the bytes are for. What is played is neither told as a download nor counted as one: exactly one asset of sound or
 * moving pictures, or a picture of {@link SHOWN_PICTURES} that is looked at closely, and not for a guest whose share
 * limits downloads.
 */
export const DOWNLOAD_PURPOSES = ['download', 'play'] as const;
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
    .errors(errorsOf('not-found', 'nothing-to-download', 'too-large', 'download-limit-reached'))
    .input(
      z.object({
        assetIds: AssetIds(ASSETS_MAX),
        shareId: GivenId.optional(),
        /** Adds an entry with the SHA-256 sums of all others; one asset alone becomes a zip by it. */
        manifest: z.boolean().optional(),
        /** Puts the files of a zip into folders, one for each domain. Not for guests, who know no domains. */
        folders: z.literal('domain').optional(),
        purpose: z.enum(DOWNLOAD_PURPOSES).default('download'),
      }),
    )
    .output(DownloadView),
  get: route
    .route({ method: 'GET', path: '/downloads/{id}', summary: 'How far a download is', tags: ['Downloads'] })
    .errors(errorsOf('not-found'))
    .input(z.object({ id: GivenId }))
    .output(
      z.object({
        id: z.uuid(),
        state: z.enum(DOWNLOAD_STATES),
        fileName: z.string(),
        byteSize: z.int(),
        bytesSent: z.int(),
        /**
         * Who ended it, while it is aborted; null where nobody said so. All but what was revoked can be resumed,
         * until it expires.
         */
        abortedBy: z.enum(ABORTED_BY).nullable(),
      }),
    ),
};
