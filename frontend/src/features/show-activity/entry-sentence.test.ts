import { expect, test } from '@jest/globals';
import { sentenceOf } from './entry-sentence.ts';

const entry = {
  id: '0197f1d0-0000-7000-8000-000000000003',
  at: '2026-06-01T12:00:00Z',
  actor: 'Mia Lindqvist',
  guest: null,
  assetCount: null,
  detail: null,
};

test('when a person did something, then the sentence begins with their name', () => {
  expect(sentenceOf({ ...entry, type: 'share.assets-added', assetCount: 3 })).toBe(
    'Mia Lindqvist added 3 assets',
  );
});

test('when nobody did it, then the system did', () => {
  expect(sentenceOf({ ...entry, actor: null, type: 'share.disabled' })).toBe('Vitrine disabled the share');
});

test('when a mail failed, then the reason is told in the words of the mail server', () => {
  const failed = { ...entry, type: 'guest.mail-failed', guest: 'lena@agency.example', detail: '550 No' };
  expect(sentenceOf(failed)).toBe('The mail to lena@agency.example could not be sent: 550 No');
});

test('when an invitation was sent again, then the timeline says by whom and to whom', () => {
  const resent = { ...entry, type: 'guest.resent', guest: 'lena@agency.example' };
  expect(sentenceOf(resent)).toBe('Mia Lindqvist sent the invitation to lena@agency.example again');
});

test('when an event is not known yet, or says nothing to a person, then there is no sentence', () => {
  expect(sentenceOf({ ...entry, type: 'share.moved' })).toBeNull();
  expect(sentenceOf({ ...entry, type: 'toString' })).toBeNull();
  expect(sentenceOf({ ...entry, type: 'download.prepared' })).toBeNull();
});
