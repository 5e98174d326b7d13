import { expect, test } from '@jest/globals';
import type { LiveHint } from '@vitrine/contracts';
import { keysOf } from './hint-keys.ts';

test('when assets of a domain changed, then its lists are read, those assets, and what can be shared now', () => {
  expect(keysOf({ type: 'assets-changed', domainId: 'brand', assetIds: ['a', 'b'] })).toEqual([
    ['assets', 'brand'],
    ['candidates'],
    ['share-check'],
    ['asset', 'a'],
    ['asset', 'b'],
  ]);
});

test('when a share changed, then nothing of any other share is read but the lists', () => {
  const keys = keysOf({ type: 'share-changed', shareId: 'autumn' });
  expect(keys).toContainEqual(['shares', 'one', 'autumn']);
  expect(keys).toContainEqual(['shares', 'assets', 'autumn']);
  expect(keys).toContainEqual(['shares', 'list']);
  expect(keys).not.toContainEqual(['shares']);
});

test('when guests changed, then the lists are read, which count them', () => {
  expect(keysOf({ type: 'guests-changed', shareId: 'autumn' })).toContainEqual(['shares', 'list']);
});

test('when a session changed, then every share is read as well, since shares may have been switched off', () => {
  expect(keysOf({ type: 'session-changed' })).toEqual([['session'], ['shares']]);
});

test('when users or domains changed, then their lists are read, and not what a dialog holds', () => {
  const keys = keysOf({ type: 'administration-changed' }).map(([, name]) => name);
  expect(keys).toEqual(['users', 'domains', 'features']);
});

test('when the server hints at something new, then nothing is read', () => {
  expect(keysOf({ type: 'constructor' } as unknown as LiveHint)).toEqual([]);
});
