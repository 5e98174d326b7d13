import { expect, test } from '@jest/globals';
import { emptyInvitation, taken } from '../../shared/guests/invitation.ts';
import { withOnlyRefused } from './refused-guests.ts';

test('when one of two was refused, then only that one is left, with the reason', () => {
  const invitation = taken(emptyInvitation, 'lena@agency.example, Old.Friend@studio.example');
  const refused = [{ guest: 'old.friend@studio.example', reason: 'already-active' as const }];
  const left = withOnlyRefused(invitation, refused);
  expect(left.picked.map(({ email }) => email)).toEqual(['Old.Friend@studio.example']);
  expect(left.problem).toEqual({ kind: 'refused', refused });
});
