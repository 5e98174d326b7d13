import * as z from 'zod';
import { ToldLanguage } from '../model/mail-language.ts';
import { DurationDays, GuestReference } from '../model/share.ts';
import { quickUuids } from '../model/uuids.ts';
import { defineEvent } from './define-event.ts';

/** What every event of a share says of it. */
const share = z.object({
  shareId: z.uuid(),
  accountId: z.uuid(),
  /** Grows with each change of the share: older versions are ignored. */
  version: z.int(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  title: z.string(),
  enabled: z.boolean(),
  /** The user who did it; null where the system did, for instance because the owner was disabled. */
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
});
const assets = share.extend({ assetIds: quickUuids(z.array(z.uuid())) });

/** The guests that were asked for together with a new share; who consumes it invites them, exactly once. */
export const InvitationRequest = z.object({
  guests: z.array(GuestReference),
  durationDays: DurationDays,
  /** The instant from which the duration counts. */
  requestedAt: z.iso.datetime(),
  /** What the invitations were asked to be written in; null where that was not said. */
  language: ToldLanguage,
});
export type InvitationRequest = z.infer<typeof InvitationRequest>;

export const ShareCreatedV1 = defineEvent({
  type: 'share.created.v1',
  producer: 'share',
  summary: 'An owner made a share, perhaps with guests to invite at once.',
  data: assets.extend({ invitationRequest: InvitationRequest.nullable() }),
});

export const ShareUpdatedV1 = defineEvent({
  type: 'share.updated.v1',
  producer: 'share',
  summary: 'The title, the description or the options of a share changed.',
  data: share,
});

export const ShareEnabledV1 = defineEvent({
  type: 'share.enabled.v1',
  producer: 'share',
  summary: 'A share was switched on: its unexpired links work again.',
  data: share,
});

export const ShareDisabledV1 = defineEvent({
  type: 'share.disabled.v1',
  producer: 'share',
  summary: 'A share was switched off: no guest sees or takes anything of it.',
  data: share,
});

export const ShareAssetsAddedV1 = defineEvent({
  type: 'share.assets-added.v1',
  producer: 'share',
  summary: 'Assets were added to a share.',
  data: assets,
});

export const ShareAssetsRemovedV1 = defineEvent({
  type: 'share.assets-removed.v1',
  producer: 'share',
  summary: 'Assets were removed from a share, by a person or because they were deleted.',
  data: assets,
});

export const ShareDeletedV1 = defineEvent({
  type: 'share.deleted.v1',
  producer: 'share',
  summary: 'A share was deleted for good.',
  data: share,
});
