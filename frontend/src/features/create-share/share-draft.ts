import { noOptions } from '../../shared/guests/guest-options.ts';
import type { GuestOptions } from '../../shared/guests/guest-options.ts';
import { asRequest, emptyInvitation } from '../../shared/guests/invitation.ts';
import type { Invitation } from '../../shared/guests/invitation.ts';
import type { ShareText } from '../../shared/shares/share-text.ts';

/** A share as it is being made. */
export type ShareDraft = ShareText & {
  /** Whether guests are invited with it: the toggle Choose who has access to. */
  hasGuests: boolean;
  invitation: Invitation;
  options: GuestOptions;
};

export const emptyDraft: ShareDraft = {
  title: '',
  description: '',
  hasGuests: false,
  invitation: emptyInvitation,
  options: noOptions,
};

/** The request for it, of all that was selected: the server leaves out what cannot be shared, and says so. */
export function requestOf(draft: ShareDraft, assetIds: string[]) {
  const { title, description, hasGuests, invitation, options } = draft;
  return {
    assetIds,
    title: title.trim(),
    description: description.trim(),
    ...(hasGuests ? { ...asRequest(invitation), ...options } : {}),
  };
}
