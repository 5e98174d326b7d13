import * as z from 'zod';
import { errorsOf, openRoute } from '../http/route.ts';
import { ExcludedAsset } from '../model/asset.ts';
import { ASSETS_MAX } from '../model/share.ts';
import { quickUuids } from '../model/uuids.ts';

/** A share as the other services need it. */
export const ShareFacts = z.object({
  shareId: z.uuid(),
  accountId: z.uuid(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  ownerEmail: z.string(),
  title: z.string(),
  description: z.string(),
  assetCount: z.int(),
  /** Enabled, not deleted, and the shares feature is on: guests see it. */
  isOpen: z.boolean(),
  /** The personal words that came with the guests named at its creation. */
  invitationMessage: z.string().nullable(),
  /** When guests were named with it: they are invited a moment later. Null where none were. */
  guestsNamedAt: z.iso.datetime().nullable(),
  /** Whether external guests type a code from a mail first; the policy of the account may ask it of all. */
  codeRequired: z.boolean(),
});
export type ShareFacts = z.infer<typeof ShareFacts>;

/** Who is concerned by a change in a share: its owner, and its guests while it is switched on. */
export const HoldingShare = z.object({
  shareId: z.uuid(),
  accountId: z.uuid(),
  ownerId: z.uuid(),
  enabled: z.boolean(),
});
export type HoldingShare = z.infer<typeof HoldingShare>;

const share = z.object({ shareId: z.uuid() });

/** What other processes ask share. */
export const shareInternalContract = {
  /** For a service actor; `not-found` when it was deleted. */
  facts: openRoute
    .route({ method: 'GET', path: '/internal/shares/{shareId}' })
    .errors(errorsOf('not-found'))
    .input(share)
    .output(ShareFacts),
  /**
   * The domains whose assets a share holds, whether these can be had now or not. For a service actor;
   * `temporarily-unavailable` where it cannot be told of one of them.
   */
  domains: openRoute
    .route({ method: 'GET', path: '/internal/shares/{shareId}/domains' })
    .errors(errorsOf('not-found'))
    .input(share)
    .output(z.object({ domainIds: z.array(z.uuid()) })),
  /** May the user who acts manage this share: its owner, or an administrator of its account? Else `not-found`. */
  managedBy: openRoute
    .route({ method: 'GET', path: '/internal/shares/{shareId}/managed' })
    .errors(errorsOf('not-found', 'shares-not-enabled', 'not-signed-in'))
    .input(share)
    .output(ShareFacts),
  /**
   * What of the assets named the one who acts (owner, internal guest, guest) may take through the share, now.
   * An owner who is no administrator takes what is of their domains only. No access, or one id that is not in the share:
   * `not-found` for the whole.
   */
  takeable: openRoute
    .route({ method: 'POST', path: '/internal/shares/{shareId}/takeable' })
    .meta({ isRead: true })
    .errors(errorsOf('not-found', 'not-signed-in', 'link-not-valid'))
    .input(share.extend({ assetIds: quickUuids(z.array(z.uuid()).max(ASSETS_MAX), { most: ASSETS_MAX }) }))
    .output(
      z.object({
        assetIds: quickUuids(z.array(z.uuid())),
        excluded: z.array(ExcludedAsset),
        title: z.string(),
        /** The invitation that gave the right; null for an owner or administrator. */
        invitationId: z.uuid().nullable(),
        accountId: z.uuid(),
        /** How many downloads that invitation may begin; null for as many as they like, and without one. */
        downloadsMax: z.int().nullable(),
        /** The guest's address or the person's name, for the timeline. */
        actorName: z.string(),
      }),
    ),
  /** May the one who acts see this asset's pictures through the share? Else `not-found`. */
  canSee: openRoute
    .route({ method: 'GET', path: '/internal/shares/{shareId}/assets/{assetId}/visible' })
    .errors(errorsOf('not-found', 'not-signed-in', 'link-not-valid'))
    .input(share.extend({ assetId: z.uuid() }))
    .output(z.object({ visible: z.literal(true) })),
  /** The shares that hold one of the assets named, of every account. For a service actor. */
  holding: openRoute
    .route({ method: 'POST', path: '/internal/shares/holding' })
    .meta({ isRead: true })
    .input(z.object({ assetIds: z.array(z.uuid()).max(1_000) }))
    .output(z.object({ shares: z.array(HoldingShare) })),
  /** Whether a user owns at least one share. For a service actor. */
  ownsAny: openRoute
    .route({ method: 'GET', path: '/internal/users/{userId}/owns-shares' })
    .input(z.object({ userId: z.uuid() }))
    .output(z.object({ ownsAny: z.boolean() })),
};
