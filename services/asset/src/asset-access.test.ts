import { expect, test } from '@jest/globals';
import type { Actor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { assertMaySee, domainOf } from './asset-access.ts';
import { aGuest, aUser } from './testing/actors.ts';
import { IDS, anAsset } from './testing/an-asset.ts';

const share = (answer: () => void) => {
  const asked: unknown[] = [];
  const maySee = assertMaySee(async (_actor, at) => {
    asked.push(at);
    answer();
  });
  return { asked, maySee };
};
const fails = (code: AppError['code']) => () => {
  throw new AppError(code);
};
const service: Actor = { kind: 'service', service: 'download' };

test('when a person belongs to its domain, then it is seen without asking share', async () => {
  const { asked, maySee } = share(fails('not-found'));
  await expect(maySee(aUser(), anAsset(), undefined)).resolves.toBeUndefined();
  expect(asked).toEqual([]);
});

test('when somebody else comes through a share, then share decides', async () => {
  const stranger = aUser({ domainIds: [IDS.campaigns] });
  for (const actor of [stranger, aGuest()]) {
    const { asked, maySee } = share(() => undefined);
    await maySee(actor, anAsset(), IDS.share);
    expect(asked).toEqual([{ shareId: IDS.share, assetId: anAsset().id }]);
  }
});

test.each<[string, Actor, string | undefined]>([
  ['a person of another domain without a share', aUser({ domainIds: [IDS.campaigns] }), undefined],
  ['a person of another account with the same domain id', aUser({ accountId: IDS.otherAccount }), undefined],
  ['a guest of another share', aGuest(), IDS.otherShare],
  ['a guest without a share', aGuest(), undefined],
  ['a service', service, IDS.share],
  ['nobody', { kind: 'anonymous' }, IDS.share],
])('when %s asks, then it is not found and share is not asked', async (_who, actor, shareId) => {
  const { asked, maySee } = share(() => undefined);
  await expect(maySee(actor, anAsset(), shareId)).rejects.toMatchObject({ code: 'not-found' });
  expect(asked).toEqual([]);
});

test('when share refuses, then it is not found; when share does not answer, then that is said and nothing shown', async () => {
  for (const code of ['not-found', 'link-not-valid', 'shares-not-enabled'] as const)
    await expect(share(fails(code)).maySee(aGuest(), anAsset(), IDS.share)).rejects.toMatchObject({
      code: 'not-found',
    });
  for (const code of ['temporarily-unavailable', 'internal-error'] as const)
    await expect(share(fails(code)).maySee(aGuest(), anAsset(), IDS.share)).rejects.toMatchObject({
      code: 'temporarily-unavailable',
    });
});

test('when a domain is not theirs, then it is not found; without one the current one is meant', () => {
  expect(domainOf(aUser(), undefined)).toBe(IDS.brand);
  expect(domainOf(aUser({ currentDomainId: null }), undefined)).toBeNull();
  expect(domainOf(aUser(), IDS.brand.toUpperCase())).toBe(IDS.brand);
  expect(() => domainOf(aUser(), IDS.foreign)).toThrow(expect.objectContaining({ code: 'not-found' }));
});
