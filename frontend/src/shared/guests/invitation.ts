import type { DurationDays, GuestReference } from '@vitrine/contracts';
import { language } from '../words/language.ts';
import type { Language } from '../words/language.ts';
import { ApiError } from '../api/api-error.ts';
import type { Refused } from './refused.ts';
import { refusedIn } from './refused.ts';
import { USUAL_DURATION_DAYS } from './durations.ts';
import { asReferences, withTyped } from './picked-guests.ts';
import type { PickedGuest } from './picked-guests.ts';

export const MESSAGE_LENGTH_MAX = 2_000;

/** What stands in the way of inviting, to be told at the field of the guests. */
export type GuestsProblem =
  { kind: 'nobody' } | { kind: 'wrong'; parts: string[] } | { kind: 'refused'; refused: Refused[] };

/** An invitation as it is being written. */
export type Invitation = {
  picked: readonly PickedGuest[];
  /** What was typed and is not a guest yet. */
  text: string;
  durationDays: DurationDays;
  message: string;
  /** What the mail is to be written in: the sharer's own, unless another is chosen. */
  language: Language;
  problem: GuestsProblem | null;
};

export type ChangeInvitation = (change: (invitation: Invitation) => Invitation) => void;

export const emptyInvitation: Invitation = {
  picked: [],
  text: '',
  durationDays: USUAL_DURATION_DAYS,
  message: '',
  language,
  problem: null,
};

/** Takes the addresses out of a text. What is none stays in the field, to be corrected there. */
export function taken(invitation: Invitation, text: string): Invitation {
  const { picked, wrong } = withTyped(invitation.picked, text);
  const problem: GuestsProblem | null = wrong.length === 0 ? null : { kind: 'wrong', parts: wrong };
  return { ...invitation, picked, text: wrong.join(', '), problem };
}

/** The invitation as it would be sent: with what is still in the field. It has a problem, or it is ready. */
export function settled(invitation: Invitation): Invitation {
  const whole = taken(invitation, invitation.text);
  if (whole.problem === null && whole.picked.length === 0) return { ...whole, problem: { kind: 'nobody' } };
  return whole;
}

/** The same invitation with what the server refused in it; null when the error is about something else. */
export function refusedBy(invitation: Invitation, error: unknown): Invitation | null {
  if (!(error instanceof ApiError) || error.code !== 'invalid-guest') return null;
  return { ...invitation, problem: { kind: 'refused', refused: refusedIn(error) } };
}

export function asRequest(invitation: Invitation): {
  guests: GuestReference[];
  durationDays: DurationDays;
  language: Language;
  message?: string;
} {
  const { picked, durationDays, language: ofMail, message } = invitation;
  const words = message.trim();
  return {
    guests: asReferences(picked),
    durationDays,
    language: ofMail,
    ...(words === '' ? {} : { message: words }),
  };
}
