import { expect, test } from '@jest/globals';
import { AccountFeaturesChangedV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import { openAccount, withFeature } from './account.ts';

const id = '0198f0a0-0000-7000-8000-000000000001';
const now = new Date('2026-03-01T10:00:00Z');
const opened = () => openAccount({ id, name: 'Acme', features: { shares: false }, now });
const toldOf = (version: number, shares: boolean) =>
  newEvent(AccountFeaturesChangedV1, {
    subject: id,
    data: { accountId: id, version, name: 'Acme', features: { shares } },
  });

test('when an account is opened, then its features are told', () => {
  const { account, events } = opened();
  expect(account).toEqual({ id, name: 'Acme', version: 1, features: { shares: false }, createdAt: now });
  expect(events).toEqual([toldOf(1, false)]);
});

test('when a feature is switched, then that is told with the next version; when it is so already, then nothing', () => {
  const { account, events } = withFeature(opened().account, 'shares', true);
  expect(account).toMatchObject({ version: 2, features: { shares: true } });
  expect(events).toEqual([toldOf(2, true)]);
  expect(withFeature(account, 'shares', true)).toEqual({ account, events: [] });
});
