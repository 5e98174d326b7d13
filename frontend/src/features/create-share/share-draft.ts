import { asRequest, emptyInvitation } from '../../shared/guests/invitation.ts';
import type { Invitation } from '../../shared/guests/invitation.ts';
import type { ShareText } from '../../shared/shares/share-text.ts';

/** A share as it is being made. */
export type ShareDraft = ShareText & {
  /** Whether guests are invited with it: the toggle Choose who has access to. */
  hasGuests: boolean;
  invitation: Invitation;
};

export const emptyDraft: ShareDraft = {
  title: '',
  description: '',
  hasGuests: false,
  invitation: emptyInvitation,
};

/** The request for it, of all that was selected: the server leaves out what cannot be shared, and says so. */
export function requestOf({ title, description, hasGuests, invitation }: ShareDraft, assetIds: string[]) {
  return {
    assetIds,
    title: title.trim(),
    description: description.trim(),
    ...(hasGuests ? asRequest(invitation) : {}),
  };
}
