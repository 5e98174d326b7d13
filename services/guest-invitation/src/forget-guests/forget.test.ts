import { expect, test } from '@jest/globals';
import { anInvitation } from '../testing/builders.ts';
import { forget } from './forget.ts';

const now = new Date('2026-11-01T00:00:00.000Z');

test('when a guest is forgotten, then nothing that is left names anybody, and it is told without a name', () => {
  const before = anInvitation({ email: 'lena@agency.example', name: 'Lena Roth', message: 'Dear Lena' });
  const { invitation, events } = forget(before, now);
  expect(JSON.stringify([invitation, events])).not.toMatch(/lena/i);
  expect(invitation).toMatchObject({ removedAt: now, forgottenAt: now, version: before.version + 1 });
  expect(events).toMatchObject([{ type: 'guest.forgotten.v1', subject: before.id }]);
});

test('when the guest had been removed before, then that stays when it was', () => {
  const removedAt = new Date('2026-10-01T00:00:00.000Z');
  expect(forget(anInvitation({ removedAt }), now).invitation.removedAt).toEqual(removedAt);
});
