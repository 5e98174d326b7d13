import {
  ShareAssetsAddedV1,
  ShareAssetsRemovedV1,
  ShareCreatedV1,
  ShareDeletedV1,
  ShareDisabledV1,
  ShareEnabledV1,
  ShareUpdatedV1,
} from '@vitrine/contracts';
import { onAny } from '@vitrine/platform/bus/subscription.ts';
import type { LiveEvents } from './live-events.ts';
import { guestsOfShare, managersOf, whoSeesShare } from './rights.ts';

const CHANGES = [
  ShareCreatedV1,
  ShareUpdatedV1,
  ShareEnabledV1,
  ShareDisabledV1,
  ShareAssetsAddedV1,
  ShareAssetsRemovedV1,
  ShareDeletedV1,
] as const;
const CLOSING: ReadonlySet<string> = new Set([ShareDisabledV1.type, ShareDeletedV1.type]);

/** Tells whoever sees the share; the guests of one that is closed listen no longer, and hear nothing of it. */
export const whenShareChanged = (live: Pick<LiveEvents, 'tell' | 'end'>) =>
  onAny(CHANGES, async ({ type, data }) => {
    const isClosing = CLOSING.has(type);
    if (isClosing) live.end(guestsOfShare(data.shareId));
    const audienceOf = data.enabled || isClosing ? whoSeesShare : managersOf;
    live.tell({ type: 'share-changed', shareId: data.shareId }, audienceOf(data));
  });
