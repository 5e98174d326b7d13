import { expect, test } from '@jest/globals';
import { ApiError } from '../api/api-error.ts';
import { asRequest, emptyInvitation, refusedBy, settled, taken } from './invitation.ts';

test('when an address is still in the field, then it is invited too', () => {
  const invitation = settled({ ...emptyInvitation, text: 'lena@agency.example' });
  expect(invitation.problem).toBeNull();
  expect(asRequest({ ...invitation, language: 'de' })).toEqual({
    guests: [{ email: 'lena@agency.example' }],
    durationDays: 7,
    language: 'de',
  });
});

test('when what is in the field is no address, then it is named and stays there', () => {
  const invitation = settled({ ...emptyInvitation, text: 'lena@agency.example, lena@' });
  expect(invitation.problem).toEqual({ kind: 'wrong', parts: ['lena@'] });
  expect(invitation.text).toBe('lena@');
});

test('when nobody was named, then that is the problem', () => {
  expect(settled(emptyInvitation).problem).toEqual({ kind: 'nobody' });
});

test('when a wrong address is corrected, then the problem is gone', () => {
  const wrong = taken(emptyInvitation, 'lena@');
  expect(taken(wrong, 'lena@agency.example').problem).toBeNull();
});

test('when the server refuses guests, then they are told at the field, and other errors are not', () => {
  const refused = [{ guest: 'mia@demo.test', reason: 'is-owner' }];
  const error = new ApiError('invalid-guest', { guests: refused });
  expect(refusedBy(emptyInvitation, error)?.problem).toEqual({ kind: 'refused', refused });
  expect(refusedBy(emptyInvitation, new ApiError('offline'))).toBeNull();
});

test('when a message has only spaces, then none is sent', () => {
  expect(asRequest({ ...emptyInvitation, message: '  ' })).not.toHaveProperty('message');
});
