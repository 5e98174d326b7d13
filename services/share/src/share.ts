import {
  ASSETS_MAX,
  type ExcludedAsset,
  type InvitationRequest,
  ShareAssetsAddedV1,
  ShareAssetsRemovedV1,
  ShareCreatedV1,
  ShareDeletedV1,
  ShareDisabledV1,
  ShareEnabledV1,
  ShareUpdatedV1,
  type UserActor,
} from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type NewEvent, newEvent } from '@vitrine/platform/outbox/new-event.ts';
import { type Candidate, type OfShare, sift } from './known-asset.ts';

/** A titled, ordered collection of assets with an owner and a switch. Its assets are kept beside it. */
export interface Share {
  readonly id: string;
  readonly accountId: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly enabled: boolean;
  /** The personal words to the guests that were named at its creation. */
  readonly invitationMessage: string | null;
  /** When guests were named at its creation; null where none were. */
  readonly guestsNamedAt: Date | null;
  /** Whether external guests type a code from a mail before their link opens it. */
  readonly codeRequired: boolean;
  /** How many downloads each guest may begin; null for as many as they like. */
  readonly downloadsMax: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Who does it and when; nobody where the system does. */
export interface Act {
  readonly by: Pick<UserActor, 'userId' | 'name'> | null;
  readonly now: Date;
}

/** The new state of a share and what the others have to hear of it. No events: nothing changed. */
export interface Decision {
  readonly share: Share;
  readonly events: readonly NewEvent[];
}

/** Everything that makes a share. */
export interface ShareOpening {
  readonly id: string;
  readonly owner: UserActor;
  readonly title: string;
  readonly description: string;
  readonly candidates: readonly Candidate[];
  readonly invitationRequest: InvitationRequest | null;
  readonly invitationMessage: string | null;
  readonly codeRequired: boolean;
  readonly downloadsMax: number | null;
  readonly now: Date;
}

/** Makes a share of what can be shared. @throws AppError `nothing-to-share` with the reasons. */
export const openShare = (
  opening: ShareOpening,
): Decision & { assetIds: string[]; excluded: readonly ExcludedAsset[] } => {
  const { owner, now, invitationRequest } = opening;
  const { shareable, excluded } = sift(opening.candidates, now);
  if (shareable.length === 0) throw new AppError('nothing-to-share', { excluded });
  const share: Share = {
    id: opening.id,
    accountId: owner.accountId,
    ownerId: owner.userId,
    ownerName: owner.name,
    ownerEmail: owner.email,
    version: 1,
    title: opening.title,
    description: opening.description,
    enabled: true,
    invitationMessage: opening.invitationMessage,
    guestsNamedAt: invitationRequest === null ? null : now,
    codeRequired: opening.codeRequired,
    downloadsMax: opening.downloadsMax,
    createdAt: now,
    updatedAt: now,
  };
  const assetIds = shareable.map(({ assetId }) => assetId);
  const data = { ...told(share, { by: owner, now }), assetIds, invitationRequest };
  return { share, assetIds, excluded, events: [newEvent(ShareCreatedV1, { subject: share.id, data })] };
};

/** Adds what can be shared and is not in it yet. @throws AppError `too-large` for more than a share holds. */
export const addAssets = (
  share: Share,
  selection: OfShare & { candidates: readonly Candidate[]; assetCount: number },
  act: Act,
): Decision & { added: string[]; excluded: readonly ExcludedAsset[] } => {
  const { shareable, excluded } = sift(selection.candidates, act.now, selection);
  const added = shareable.map(({ assetId }) => assetId);
  if (selection.assetCount + added.length > ASSETS_MAX) throw new AppError('too-large', { most: ASSETS_MAX });
  return { ...ofAssets(ShareAssetsAddedV1, share, added, act), added, excluded };
};

/** Takes assets out that are in it. */
export const removeAssets = (share: Share, removed: readonly string[], act: Act): Decision =>
  ofAssets(ShareAssetsRemovedV1, share, removed, act);

/** What can be changed of a share. */
type Described = Pick<Share, 'title' | 'description' | 'codeRequired' | 'downloadsMax'>;
type Changes = { readonly [Key in keyof (Described & Pick<Share, 'enabled'>)]?: Share[Key] | undefined };

/** Changes what is named, and says nothing of what was so already. */
export const changeShare = (share: Share, changes: Changes, act: Act): Decision => {
  const described = describe(share, changes, act);
  const { enabled = share.enabled } = changes;
  const switched = switchShare(described.share, enabled, act);
  return { share: switched.share, events: [...described.events, ...switched.events] };
};

/** Switches a share off: its guests see nothing of it until it is switched on again. */
export const disableShare = (share: Share, act: Act): Decision => switchShare(share, false, act);

/** Ends a share for good. */
export const deleteShare = (share: Share, act: Act): Decision => {
  const deleted = next(share, {}, act);
  return {
    share: deleted,
    events: [newEvent(ShareDeletedV1, { subject: share.id, data: told(deleted, act) })],
  };
};

const describe = (share: Share, changes: Changes, act: Act): Decision => {
  const { title = share.title, description = share.description } = changes;
  const { codeRequired = share.codeRequired, downloadsMax = share.downloadsMax } = changes;
  const wanted: Described = { title, description, codeRequired, downloadsMax };
  const isSo = Object.entries(wanted).every(([key, value]) => share[key as keyof Described] === value);
  if (isSo) return { share, events: [] };
  const described = next(share, wanted, act);
  return {
    share: described,
    events: [newEvent(ShareUpdatedV1, { subject: share.id, data: told(described, act) })],
  };
};

const switchShare = (share: Share, enabled: boolean, act: Act): Decision => {
  if (enabled === share.enabled) return { share, events: [] };
  const switched = next(share, { enabled }, act);
  const definition = enabled ? ShareEnabledV1 : ShareDisabledV1;
  return {
    share: switched,
    events: [newEvent(definition, { subject: share.id, data: told(switched, act) })],
  };
};

const ofAssets = (
  definition: typeof ShareAssetsAddedV1 | typeof ShareAssetsRemovedV1,
  share: Share,
  assetIds: readonly string[],
  act: Act,
): Decision => {
  if (assetIds.length === 0) return { share, events: [] };
  const changed = next(share, {}, act);
  const data = { ...told(changed, act), assetIds: [...assetIds] };
  return { share: changed, events: [newEvent(definition, { subject: share.id, data })] };
};

const next = (share: Share, changes: Partial<Share>, { now }: Act): Share => ({
  ...share,
  ...changes,
  version: share.version + 1,
  updatedAt: now,
});

const told = (share: Share, { by }: Act) => ({
  shareId: share.id,
  accountId: share.accountId,
  version: share.version,
  ownerId: share.ownerId,
  ownerName: share.ownerName,
  title: share.title,
  enabled: share.enabled,
  actorId: by?.userId ?? null,
  actorName: by?.name ?? null,
});
