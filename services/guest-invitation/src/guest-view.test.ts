import { expect, test } from '@jest/globals';
import { guestView, inOrder } from './guest-view.ts';
import { anInvitation } from './testing/builders.ts';

const NOW = new Date('2026-10-10T00:00:00Z');
const day = (date: number): Date => new Date(Date.UTC(2026, 9, date));

test('when some guests expired, then the active ones come first as invited, the expired ones last', () => {
  const invitations = [
    anInvitation({ email: 'long-gone@x.example', expiresAt: day(3) }),
    anInvitation({ email: 'first@x.example', expiresAt: day(20) }),
    anInvitation({ email: 'just-gone@x.example', expiresAt: NOW }),
    anInvitation({ email: 'second@x.example', expiresAt: day(11) }),
  ];
  expect(inOrder(invitations, NOW).map(({ email }) => email)).toEqual([
    'first@x.example',
    'second@x.example',
    'just-gone@x.example',
    'long-gone@x.example',
  ]);
});

test('when a mail failed, then the owner sees why, and never a secret', () => {
  const invitation = anInvitation({ expiresAt: day(20) });
  const mail = {
    id: 'm',
    invitationId: 'i',
    shareId: 's',
    kind: 'invitation' as const,
    about: [],
    language: null,
    traceparent: null,
    state: 'failed' as const,
    attempts: 1,
    error: '550 No',
  };
  const view = guestView(invitation, mail, NOW);
  expect(view).toMatchObject({ state: 'active', mail: 'failed', mailError: '550 No', downloads: 0 });
  expect(Object.keys(view).filter((key) => /secret|hash|token|link/i.test(key))).toEqual([]);
});
