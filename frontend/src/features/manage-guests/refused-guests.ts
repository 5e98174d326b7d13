import type { Invitation } from '../../shared/guests/invitation.ts';
import type { Refused } from '../../shared/guests/refused.ts';

/** The invitation after some of its guests were invited: those who were refused are left, with their reasons. */
export function withOnlyRefused(invitation: Invitation, refused: Refused[]): Invitation {
  const named = new Set(refused.map(({ guest }) => guest.toLowerCase()));
  const picked = invitation.picked.filter(
    ({ email, user }) => named.has(email.toLowerCase()) || (user !== null && named.has(user.id)),
  );
  return { ...invitation, picked, problem: { kind: 'refused', refused } };
}
