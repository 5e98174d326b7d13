import { expect, test } from '@jest/globals';
import { anAsset } from '../../shared/assets/an-asset.ts';
import { statusOf } from './asset-status.ts';

const now = new Date('2026-06-01T12:00:00Z');

test('when an asset is available, shareable and lasts, then there is nothing to tell', () => {
  expect(statusOf(anAsset(), now)).toBeNull();
});

test('when an asset cannot be downloaded, then a reason stands in the place of the icon', () => {
  for (const availability of ['processing', 'unavailable', 'expired'] as const) {
    const status = statusOf(anAsset({ availability, downloadable: false }), now);
    expect(status?.reason).toBeTruthy();
  }
});

test('when an asset may not be shared, then it says so and can still be downloaded', () => {
  expect(statusOf(anAsset({ shareable: false }), now)).toMatchObject({
    label: 'Not shareable',
    reason: null,
  });
});

test('when an asset in a share may not be shared any more, then that is the reason, and not that it is unavailable', () => {
  const status = statusOf(
    anAsset({ shareable: false, downloadable: false, reason: 'may-not-be-shared' }),
    now,
  );
  expect(status).toMatchObject({ label: 'Not shareable', reason: 'May not be shared' });
});

test('when an asset in a share is of a domain that the owner does not belong to, then that is the reason', () => {
  const status = statusOf(anAsset({ downloadable: false, reason: 'not-in-your-domains' }), now);
  expect(status).toMatchObject({
    label: 'Not in your domains',
    reason: 'In a domain that you do not belong to',
  });
});

test('when an asset ends tomorrow, then it is told as something that ends soon', () => {
  expect(statusOf(anAsset({ expiresAt: '2026-06-02T12:00:00Z' }), now)).toMatchObject({
    tone: 'soon',
    reason: null,
  });
});

test('when an asset ends next year, then there is nothing to tell yet', () => {
  expect(statusOf(anAsset({ expiresAt: '2027-06-02T12:00:00Z' }), now)).toBeNull();
});
