import type { GuestOptions } from '../../shared/guests/guest-options.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import type { ShareText } from '../../shared/shares/share-text.ts';

/** What of a share is edited by hand, as it was changed; the rest is left to whoever changes it meanwhile. */
export type Edits = Partial<ShareText & GuestOptions>;
type Edited = keyof Edits;

/** The fields that the other one changed, too, and to something else: saving would replace that. */
export function overlapOf(edits: Edits, before: Share, now: Share): Edited[] {
  return (Object.keys(edits) as Edited[]).filter(
    (field) => now[field] !== before[field] && now[field] !== edits[field],
  );
}

/** What is to be sent of the edits: what is not so already. */
export function changesOf(edits: Edits, now: Share): Edits {
  const changed = Object.entries(edits).filter(([field, value]) => now[field as Edited] !== value);
  return Object.fromEntries(changed);
}
