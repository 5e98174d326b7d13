import { asRequest, emptyInvitation } from '../../shared/guests/invitation.ts';
import type { Invitation } from '../../shared/guests/invitation.ts';
import { DESCRIPTION_LENGTH_MAX, lengthProblem, titleProblem } from '../../shared/shares/share-text.ts';

/** A share as it is being made. */
export type ShareDraft = {
  title: string;
  description: string;
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

/** What stands in the way of leaving the first step. */
export function draftProblems({ title, description }: ShareDraft): {
  title: string | null;
  description: string | null;
} {
  return { title: titleProblem(title), description: lengthProblem(description, DESCRIPTION_LENGTH_MAX) };
}

export function hasProblem(draft: ShareDraft): boolean {
  return Object.values(draftProblems(draft)).some((problem) => problem !== null);
}

/** The request for it, of all that was selected: the server leaves out what cannot be shared, and says so. */
export function requestOf({ title, description, hasGuests, invitation }: ShareDraft, assetIds: string[]) {
  return {
    assetIds,
    title: title.trim(),
    description: description.trim(),
    ...(hasGuests ? asRequest(invitation) : {}),
  };
}
