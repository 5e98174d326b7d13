import { expect, test } from '@jest/globals';
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import { publicContract } from '@vitrine/contracts';
import { aboutOf, actOf, whereOf } from './entry-words.ts';
import type { Entry } from './search-audit-api.ts';

const entry: Entry = {
  ...{ id: 'e', at: '2026-10-01T12:00:00.000Z', act: 'download.completed', outcome: 'done', status: 200 },
  ...{ actor: 'lena@agency.example', guest: 'lena@agency.example', about: 'Autumn.zip', shareId: 's' },
  ...{ assetCount: 2, detail: 'Autumn.zip', address: '192.0.2.7', browser: 'Firefox', system: null },
};

test('when an act has words, then they are said; what is newer than this page is said as it is', () => {
  expect(actOf('POST /api/v1/session')).toBe('signed in');
  expect(actOf('share.moved')).toBe('share.moved');
  expect(actOf('toString')).toBe('toString');
});

test('whatever changes something through the interface has words of its own', () => {
  const changes = routesIn(publicContract).filter((route) => !route.startsWith('GET '));
  expect(changes).toContain('POST /api/v1/shares/check');
  expect(changes.filter((route) => actOf(route) === route)).toEqual([]);
});

test('when something is known twice, then it is said once', () => {
  expect(aboutOf(entry)).toBe('Autumn.zip · 2 assets');
  expect(aboutOf({ ...entry, about: 'Autumn', actor: 'Mia', assetCount: null, detail: null })).toBe(
    'Autumn · lena@agency.example',
  );
  const removed = { ...entry, act: 'guest.removed', actor: 'Mia', assetCount: null, detail: null };
  expect(aboutOf({ ...removed, about: entry.guest })).toBe('lena@agency.example');
  expect(aboutOf({ ...removed, about: '', guest: '' })).toBe('A former guest');
  expect(aboutOf({ ...removed, about: 'Mia', guest: null })).toBe('');
  expect(whereOf(entry)).toBe('192.0.2.7 · Firefox');
});

/** As the gateway writes them down: `DELETE /api/v1/shares/:id`. */
function routesIn(router: AnyContractRouter): string[] {
  if (!isContractProcedure(router)) return Object.values(router).flatMap(routesIn);
  const { method = 'POST', path = '' } = router['~orpc'].route;
  return [`${method} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`];
}
