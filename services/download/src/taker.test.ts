import { expect, test } from '@jest/globals';
import type { Actor, GuestActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { guestAgain, isSamePerson, mayHold, takerOf } from './taker.ts';
import { aUser } from './testing/builders.ts';

const aGuest = (): GuestActor => ({
  kind: 'guest',
  invitationId: newId(),
  shareId: newId(),
  secretVersion: 1,
  sessionId: 'session',
});
const nobody: Actor = { kind: 'anonymous' };

test('when the one who planned a download comes again, in whatever session, then it is the same person', () => {
  const [mia, lena] = [aUser(), aGuest()];
  expect(isSamePerson(takerOf(mia, 'Mia'), { ...mia, sessionId: 'another' })).toBe(true);
  expect(isSamePerson(takerOf(lena, 'lena@agency.example'), { ...lena, sessionId: 'another' })).toBe(true);
});

test('when somebody else comes, then a ticket is not theirs; without a session it is whose hands it is in', () => {
  const takers = [takerOf(aUser(), 'Mia'), takerOf(aGuest(), 'lena@agency.example')];
  const others: Actor[] = [aUser(), aGuest(), { kind: 'service', service: 'share' }];
  for (const taker of takers) {
    expect(others.map((actor) => mayHold(taker, actor))).toEqual([false, false, false]);
    expect([mayHold(taker, nobody), isSamePerson(taker, nobody)]).toEqual([true, false]);
  }
});

test('when a guest planned it, then the guest acts again with the secret of then', () => {
  const lena = aGuest();
  const taker = takerOf(lena, 'lena@agency.example');
  expect(taker.kind === 'guest' && guestAgain(taker)).toEqual(lena);
  expect(() => takerOf(nobody, '')).toThrow(expect.objectContaining({ code: 'not-signed-in' }));
});
