import { expect, test } from '@jest/globals';
import { isAudited, tellingOf } from './answered-request.ts';

const [shareId, invitationId, userId, accountId] = [1, 2, 3, 4].map(
  (digit) => `0190a000-0000-7000-8000-00000000000${digit}`,
) as [string, string, string, string];
const where = { address: '192.0.2.7', browser: 'Firefox', system: 'Linux' };
const mia = { kind: 'person', userId, accountId, name: 'Mia' } as const;
const answered = (route: string, params = {}) => ({ route, params, status: 204, where });

test('when a person does something to a guest of a share, then both are named, and where it came from', () => {
  const params = { id: shareId, guestId: invitationId.toUpperCase() };
  expect(tellingOf(answered('DELETE /api/v1/shares/:id/guests/:guestId', params), mia)).toEqual({
    ...{ act: 'DELETE /api/v1/shares/:id/guests/:guestId', status: 204, isGuest: false },
    ...{ accountId, userId, actorName: 'Mia', shareId, invitationId, ...where },
  });
});

test('when a guest acts, then the invitation says who that is, and nobody else is named', () => {
  const guest = { kind: 'guest', invitationId, shareId } as const;
  expect(tellingOf(answered('POST /api/v1/downloads'), guest)).toMatchObject({
    ...{ accountId: null, userId: null, actorName: null, shareId, invitationId, isGuest: true },
  });
});

test('when a path holds a secret or what is no id, then nothing of it is told', () => {
  for (const [route, params] of [
    ['GET /d/:ticket', { ticket: 'secret' }],
    ['DELETE /api/v1/assets/:id', { id: 'secret' }],
    ['PATCH /api/v1/shares/:id', { id: 'secret' }],
  ] as const) {
    const told = tellingOf(answered(route, params), mia);
    expect(JSON.stringify(told)).not.toContain('secret');
    expect(told).toMatchObject({ shareId: null, invitationId: null });
  }
});

test('when something is only read, then it is not told, but for downloads and the audit that is taken away', () => {
  expect(isAudited('GET /api/v1/shares')).toBe(false);
  expect(isAudited('OPTIONS /api/v1/uploads')).toBe(false);
  expect(isAudited('HEAD /api/v1/uploads/:id')).toBe(false);
  for (const route of ['GET /d/:ticket', 'GET /api/v1/admin/audit.csv', 'POST /api/v1/session'])
    expect(isAudited(route)).toBe(true);
});
