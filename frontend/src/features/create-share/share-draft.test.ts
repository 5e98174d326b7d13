import { expect, test } from '@jest/globals';
import { taken } from '../../shared/guests/invitation.ts';
import { emptyDraft, requestOf } from './share-draft.ts';

const invitation = taken(emptyDraft.invitation, 'lena@agency.example');

test('when guests are not to be invited yet, then none are sent, whoever was named before', () => {
  const draft = { ...emptyDraft, title: ' Heroes ', invitation };
  expect(requestOf(draft, ['a'])).toEqual({ assetIds: ['a'], title: 'Heroes', description: '' });
});

test('when guests are to be invited, then they go with the share, in one request', () => {
  const options = { codeRequired: true, downloadsMax: 3 };
  const draft = { ...emptyDraft, title: 'Heroes', hasGuests: true, invitation, options };
  expect(requestOf(draft, ['a'])).toMatchObject({
    guests: [{ email: 'lena@agency.example' }],
    durationDays: 7,
    codeRequired: true,
    downloadsMax: 3,
  });
});
