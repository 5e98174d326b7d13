import * as z from 'zod';
import { AssetKind, AssetView, Availability } from '../model/asset.ts';
import { titleOf } from '../model/title.ts';
import { AssetOutline, OUTLINED_MAX } from './asset-outline.ts';
import { GivenInstant } from './instant.ts';
import { GivenId, Nothing, PageQuery, errorsOf, pageOf, route } from './route.ts';

export const ASSET_SORTS = ['newest', 'oldest', 'name', 'largest', 'smallest'] as const;

const Offset = z.coerce.number<number | string>().int().min(0).max(10_000_000);

/** What of a domain's assets is asked for. Without `domainId` the caller's current domain is meant. */
export const AssetQuery = PageQuery.extend({
  /** So many of them are passed over: a page anywhere in the list, without those before it. */
  offset: Offset.optional(),
  domainId: GivenId.optional(),
  /** Words out of title, file name and tags; forgiving of a typing error. */
  q: z.string().max(200).optional(),
  kind: AssetKind.optional(),
  availability: Availability.optional(),
  sort: z.enum(ASSET_SORTS).default('newest'),
});
export type AssetQuery = z.infer<typeof AssetQuery>;

/** The same without the pages: all that match, or so many from a place on. */
export const AssetOutlineQuery = AssetQuery.omit({ cursor: true }).extend({
  limit: z.coerce.number<number | string>().int().min(1).max(OUTLINED_MAX).default(OUTLINED_MAX),
});
export type AssetOutlineQuery = z.infer<typeof AssetOutlineQuery>;

export const AssetTitle = titleOf(200);

const one = z.object({ id: GivenId });

/** Assets of the domains that the caller belongs to. Answered by asset; `POST /assets` and pictures are byte routes. */
export const assetsContract = {
  list: route
    .route({ method: 'GET', path: '/assets', summary: 'The assets of a domain', tags: ['Assets'] })
    .errors(errorsOf('not-found'))
    .input(AssetQuery)
    .output(pageOf(AssetView).extend({ total: z.int() })),
  outline: route
    .route({
      method: 'GET',
      path: '/assets/outline',
      summary: 'What a selection needs of the assets of a domain, by columns',
      tags: ['Assets'],
    })
    .errors(errorsOf('not-found'))
    .input(AssetOutlineQuery)
    .output(AssetOutline),
  get: route
    .route({ method: 'GET', path: '/assets/{id}', summary: 'One asset', tags: ['Assets'] })
    .errors(errorsOf('not-found'))
    .input(one)
    .output(AssetView),
  pages: route
    .route({
      method: 'GET',
      path: '/assets/{id}/pages',
      summary: 'How many pages a document has; for its guests too',
      tags: ['Assets'],
    })
    .errors(errorsOf('not-found', 'link-not-valid'))
    .input(one.extend({ shareId: GivenId.optional() }))
    .output(z.object({ pageCount: z.int(), shownCount: z.int() })),
  change: route
    .route({
      method: 'PATCH',
      path: '/assets/{id}',
      summary: 'Change title, availability, expiry or rights',
      tags: ['Assets'],
    })
    .errors(errorsOf('not-found', 'invalid-title', 'conflict'))
    .input(
      one.extend({
        title: AssetTitle.optional(),
        tags: z.array(z.string().trim().min(1).max(50)).max(50).optional(),
        availability: z.enum(['available', 'unavailable']).optional(),
        expiresAt: GivenInstant.nullable().optional(),
        shareable: z.boolean().optional(),
      }),
    )
    .output(AssetView),
  remove: route
    .route({
      method: 'DELETE',
      path: '/assets/{id}',
      successStatus: 204,
      summary: 'Delete an asset',
      tags: ['Assets'],
    })
    .errors(errorsOf('not-found'))
    .input(one)
    .output(Nothing),
};
