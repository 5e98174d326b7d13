import { type InvitationPolicy, policyRefusal } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Guest, Named } from './guest.ts';
import { type Invitation, endOf } from './invitation.ts';

/** @throws AppError `duration-not-allowed` with the longest that is */
export const assertDuration = (
  { longestDurationDays }: Pick<InvitationPolicy, 'longestDurationDays'>,
  durationDays: number,
): void => {
  if (durationDays > longestDurationDays) throw new AppError('duration-not-allowed', { longestDurationDays });
};

/** Those named, where whom the policy refuses is nobody to invite. */
export const asAllowed = (policy: InvitationPolicy, named: readonly Named[]): Named[] =>
  named.map((each) => {
    const reason = 'guest' in each ? refusal(policy, each.guest) : null;
    return reason === null ? each : { written: each.written, reason };
  });

/** @throws AppError `guest-not-allowed` with the reason, for a guest whom the policy of today refuses */
export const assertGuest = (policy: InvitationPolicy, guest: Pick<Guest, 'kind' | 'email'>): void => {
  const reason = refusal(policy, guest);
  if (reason !== null) throw new AppError('guest-not-allowed', { reason });
};

/**
 * Whether a guest could be given by this policy what the link opens, for as long as it works: by whoever may have it, by
 * its end, and by how it was opened.
 */
export const suits = (
  policy: InvitationPolicy,
  guest: Pick<Invitation, 'kind' | 'email' | 'expiresAt' | 'isOpenedByLinkAlone'>,
  now: Date,
): boolean =>
  refusal(policy, guest) === null &&
  guest.expiresAt <= endOf(now, policy.longestDurationDays) &&
  !(policy.codeRequired && guest.kind === 'external' && guest.isOpenedByLinkAlone);

/** A policy is about external guests: users of the account are all allowed. */
const refusal = (policy: InvitationPolicy, { kind, email }: Pick<Guest, 'kind' | 'email'>) =>
  kind === 'internal' ? null : policyRefusal(policy, email);
