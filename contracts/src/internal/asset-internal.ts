import * as z from 'zod';
import { errorsOf, openRoute } from '../http/route.ts';
import { AssetKind, Availability, ExclusionReason } from '../model/asset.ts';
import { ASSETS_MAX } from '../model/share.ts';
import { quickUuids } from '../model/uuids.ts';
import { AssetFiles } from './asset-files.ts';

/** All that a share needs of an asset. `reason` is why its bytes would not be served now. */
export const AssetFacts = z.object({
  assetId: z.uuid(),
  accountId: z.uuid(),
  domainId: z.uuid(),
  version: z.int(),
  fileName: z.string(),
  title: z.string(),
  kind: AssetKind,
  mediaType: z.string(),
  byteSize: z.int(),
  crc32: z.int(),
  sha256: z.string(),
  objectKey: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  availability: Availability,
  expiresAt: z.iso.datetime().nullable(),
  shareable: z.boolean(),
  hasThumbnail: z.boolean(),
  hasPreview: z.boolean(),
  createdAt: z.iso.datetime(),
  /** unavailable, expired or still-processing; null when the bytes would be served. */
  reason: ExclusionReason.nullable(),
});
export type AssetFacts = z.infer<typeof AssetFacts>;

const ids = z.object({ assetIds: quickUuids(z.array(z.uuid()).max(ASSETS_MAX), { most: ASSETS_MAX }) });
const facts = z.object({ assets: z.array(AssetFacts) });

/** What other processes ask asset. */
export const assetInternalContract = {
  /**
   * The facts of the assets named, in that order, for the person who acts (a user actor). One that does not exist or
   * is not in a domain of that person makes the whole request `not-found`: never a part of it.
   */
  visibleTo: openRoute
    .route({ method: 'POST', path: '/internal/assets/visible' })
    .meta({ isRead: true })
    .errors(errorsOf('not-found', 'not-signed-in'))
    .input(ids)
    .output(facts),
  /** What a download needs of them, for the person who acts: all or `not-found`, as before. */
  visibleFiles: openRoute
    .route({ method: 'POST', path: '/internal/assets/visible-files' })
    .meta({ isRead: true })
    .errors(errorsOf('not-found', 'not-signed-in'))
    .input(ids)
    .output(AssetFiles),
  /** The same for a service actor that established the right by other means; what does not exist is left out. */
  files: openRoute
    .route({ method: 'POST', path: '/internal/assets/files' })
    .meta({ isRead: true })
    .input(ids)
    .output(AssetFiles),
};
