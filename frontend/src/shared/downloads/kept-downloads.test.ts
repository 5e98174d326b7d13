import { expect, test } from '@jest/globals';
import { aPlace } from '../state/testing/a-place.ts';
import { keepDownloads, keptDownloads } from './kept-downloads.ts';
import type { TrackedDownload } from './tracked-downloads.ts';

const aDownload: TrackedDownload = {
  id: '019a0000-0000-7000-8000-000000000001',
  url: '/d/ticket',
  fileName: 'all.zip',
  byteSize: 100,
  included: [],
  excluded: [],
  includedCount: 3,
  excludedCount: 0,
  isGuest: false,
  isFromBefore: false,
};

test('when a page is loaded again, then its downloads are there, as begun before it', () => {
  const place = aPlace();
  keepDownloads([aDownload], () => place);
  expect(keptDownloads(() => place)).toEqual([{ ...aDownload, isFromBefore: true }]);
});

test('when there is none left, then nothing is kept', () => {
  const place = aPlace();
  keepDownloads([aDownload], () => place);
  keepDownloads([], () => place);
  expect(place.held.size).toBe(0);
});

test('when the browser keeps nothing or something else stands there, then there are none', () => {
  const refusing = () => {
    throw new DOMException('No storage here.', 'SecurityError');
  };
  expect(() => keepDownloads([aDownload], refusing)).not.toThrow();
  expect(keptDownloads(refusing)).toEqual([]);
  expect(keptDownloads(() => ({ ...aPlace(), getItem: () => '{' }))).toEqual([]);
  expect(keptDownloads(() => ({ ...aPlace(), getItem: () => '{"id":1}' }))).toEqual([]);
});
