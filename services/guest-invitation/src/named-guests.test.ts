import { expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { inviteNamed } from './named-guests.ts';
import { aGuest, anInvitation } from './testing/builders.ts';

const NOW = new Date('2026-10-10T00:00:00Z');
const TERMS = {
  share: { shareId: newId(), accountId: newId() },
  words: { message: null, hasShareMessage: false, language: null },
  durationDays: 7 as const,
  invitedAt: NOW,
  by: { id: newId(), name: 'Mia Berg' },
  now: NOW,
  newId,
};
const expired = { expiresAt: NOW };
const active = { expiresAt: new Date('2026-10-11T00:00:00Z') };
const invite = (guest: ReturnType<typeof aGuest>, ...present: ReturnType<typeof anInvitation>[]) =>
  inviteNamed([{ written: 'as written', guest }], present, TERMS);

test('when a guest is new, expired or active, then they are invited, renewed or refused as they were written', () => {
  expect(invite(aGuest())).toMatchObject([
    { invited: { invitation: { version: 1, email: aGuest().email } } },
  ]);
  const before = anInvitation({ ...expired, email: 'LENA@agency.example' });
  expect(invite(aGuest(), before)).toMatchObject([
    { renewed: { invitation: { id: before.id, version: 2 } } },
  ]);
  expect(invite(aGuest(), anInvitation(active))).toEqual([
    { refused: { guest: 'as written', reason: 'already-active' } },
  ]);
});

test('when a user whose address is another guest’s by now is renewed, then the two stay two', () => {
  const userId = newId();
  const guest = aGuest({ kind: 'internal', userId, email: 'new@acme.example' });
  const user = anInvitation({ ...expired, kind: 'internal', userId, email: 'old@acme.example' });
  const other = anInvitation({ ...active, email: 'new@acme.example' });
  expect(invite(guest, other, user)).toMatchObject([
    { renewed: { invitation: { id: user.id, userId, email: 'old@acme.example' } } },
  ]);
  expect(invite(guest, user)).toMatchObject([{ renewed: { invitation: { email: 'new@acme.example' } } }]);
});
