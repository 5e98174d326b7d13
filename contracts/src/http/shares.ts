import * as z from 'zod';
import { SharePolicy } from '../model/account-policy.ts';
import { AssetView, ExcludedAsset, ExclusionReason } from '../model/asset.ts';
import {
  ASSETS_MAX,
  DownloadsMax,
  DurationDays,
  GUESTS_MAX,
  GuestReference,
  InvitationLanguage,
  InvitationMessage,
  ListedShare,
  ShareDescription,
  ShareTitle,
  ShareView,
} from '../model/share.ts';
import { quickUuids } from '../model/uuids.ts';
import { AssetIds, GivenId, Nothing, PageQuery, errorsOf, pageOf, route, takesIfMatch } from './route.ts';

/** An asset inside a share. Who sees it there learns nothing of its domain. */
export const SharedAssetView = AssetView.omit({ domainId: true, tags: true }).extend({
  /**
   * Why guests cannot have it now; null when they can. Only an owner ever sees one with a reason (rule 9).
   * `not-in-your-domains` where guests can, but not the owner, who does not belong to its domain (rule 3).
   */
  reason: ExclusionReason.nullable(),
});
export type SharedAssetView = z.infer<typeof SharedAssetView>;

const one = z.object({ id: GivenId });
const some = z.object({ assetIds: AssetIds(ASSETS_MAX) });

/** Shares that the caller owns or was invited to. Answered by share. */
export const sharesContract = {
  check: route
    .route({
      method: 'POST',
      path: '/shares/check',
      summary: 'What of a selection can be shared',
      tags: ['Shares'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(some.extend({ shareId: GivenId.optional() }))
    .output(
      z.object({
        shareable: quickUuids(z.array(z.uuid())),
        excluded: z.array(ExcludedAsset),
        /** Whom one may invite to a share of what can be shared, with what it holds already, and for how long. */
        policy: SharePolicy,
      }),
    ),
  create: route
    .route({
      method: 'POST',
      path: '/shares',
      successStatus: 201,
      summary: 'Create a share',
      tags: ['Shares'],
    })
    .errors(
      errorsOf(
        'not-found',
        'shares-not-enabled',
        'nothing-to-share',
        'invalid-title',
        'invalid-duration',
        'invalid-guest',
        'duration-not-allowed',
        'invitation-limit-reached',
      ),
    )
    .input(
      some.extend({
        title: ShareTitle,
        description: ShareDescription.default(''),
        guests: z.array(GuestReference).max(GUESTS_MAX).default([]),
        durationDays: DurationDays.optional(),
        message: InvitationMessage.optional(),
        language: InvitationLanguage,
        codeRequired: z.boolean().default(false),
        downloadsMax: DownloadsMax.nullable().default(null),
      }),
    )
    .output(z.object({ share: ShareView, excluded: z.array(ExcludedAsset) })),
  list: route
    .route({
      method: 'GET',
      path: '/shares',
      summary: 'My shares, or those I was invited to',
      tags: ['Shares'],
    })
    .errors(errorsOf('shares-not-enabled'))
    .input(
      PageQuery.extend({
        scope: z.enum(['owned', 'received']).default('owned'),
        q: z.string().max(200).optional(),
      }),
    )
    .output(pageOf(ListedShare)),
  get: route
    .meta({ isVersioned: true })
    .route({ method: 'GET', path: '/shares/{id}', summary: 'One share', tags: ['Shares'] })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(one)
    .output(ShareView),
  change: route
    .meta({ isVersioned: true })
    .route({
      method: 'PATCH',
      path: '/shares/{id}',
      summary: 'Change, enable or disable a share',
      description: 'What is not named stays as it is, whoever changed it last.',
      spec: takesIfMatch,
      tags: ['Shares'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled', 'invalid-title', 'conflict', 'precondition-failed'))
    .input(
      one.extend({
        title: ShareTitle.optional(),
        description: ShareDescription.optional(),
        enabled: z.boolean().optional(),
        codeRequired: z.boolean().optional(),
        downloadsMax: DownloadsMax.nullable().optional(),
      }),
    )
    .output(ShareView),
  remove: route
    .route({
      method: 'DELETE',
      path: '/shares/{id}',
      successStatus: 204,
      summary: 'Delete a share for good',
      spec: takesIfMatch,
      tags: ['Shares'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled', 'precondition-failed'))
    .input(one)
    .output(Nothing),
  assets: route
    .route({
      method: 'GET',
      path: '/shares/{id}/assets',
      summary: 'The assets of a share, in order',
      tags: ['Shares'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled'))
    .input(PageQuery.extend(one.shape))
    .output(pageOf(SharedAssetView)),
  addAssets: route
    .route({
      method: 'POST',
      path: '/shares/{id}/assets',
      summary: 'Add assets to a share',
      tags: ['Shares'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled', 'conflict'))
    .input(one.extend(some.shape))
    .output(z.object({ added: quickUuids(z.array(z.uuid())), excluded: z.array(ExcludedAsset) })),
  removeAssets: route
    .route({
      method: 'POST',
      path: '/shares/{id}/assets/remove',
      summary: 'Remove assets from a share',
      tags: ['Shares'],
    })
    .errors(errorsOf('not-found', 'shares-not-enabled', 'conflict'))
    .input(one.extend(some.shape))
    .output(z.object({ removed: quickUuids(z.array(z.uuid())) })),
};
