import { expect, test } from '@jest/globals';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { atOnce } from '@vitrine/platform/schedule/slices.ts';
import { fileOf } from './plan.ts';
import { planOf, someFacts } from './testing/builders.ts';

const codeOf = (plan: () => unknown) => {
  try {
    return plan();
  } catch (error) {
    return error instanceof AppError ? { code: error.code, details: error.details } : error;
  }
};

test('when one asset is asked for, then it is that file under its own safe name', () => {
  const facts = someFacts({ fileName: 'a/b\u202e.png', mediaType: 'image/svg+xml' });
  expect(planOf([facts])).toMatchObject({
    kind: 'file',
    fileName: 'a_b_.png',
    mediaType: 'image/svg+xml',
    byteSize: 1_000,
    excluded: [],
  });
});

test('when several are asked for, then it is a zip in their order, named by number and day or by the share', () => {
  const [first, second] = [someFacts({ fileName: 'x.png' }), someFacts({ fileName: 'X.png' })];
  const zip = planOf([second, first]);
  expect(zip).toMatchObject({
    kind: 'zip',
    fileName: 'Vitrine 2 assets 2026-10-05.zip',
    mediaType: 'application/zip',
  });
  expect(zip.entries.map(({ assetId, name }) => [assetId, name])).toEqual([
    [second.assetId, 'X.png'],
    [first.assetId, 'x (2).png'],
  ]);
  expect(planOf([first, second], { share: { title: 'Q3/Q4: "new"' } }).fileName).toBe('Q3_Q4_ _new_.zip');
  const longTitle = planOf([first, second], { share: { title: '日'.repeat(200) } }).fileName;
  expect(Buffer.byteLength(longTitle)).toBeLessThanOrEqual(255);
  expect(longTitle).toMatch(/^日+\.zip$/);
});

test('when all but one of several are excluded, then it is still a zip, and tells the others', () => {
  const [good, bad] = [someFacts(), someFacts({ reason: 'expired' })];
  const plan = planOf([bad, good]);
  expect(plan).toMatchObject({ kind: 'zip', fileName: 'Vitrine 1 asset 2026-10-05.zip' });
  expect(plan.excluded).toEqual([{ assetId: bad.assetId, fileName: 'poster.png', reason: 'expired' }]);
});

test('when nothing is left, then there is nothing to download, with each reason', () => {
  const facts = [someFacts({ reason: 'unavailable' }), someFacts({ reason: 'still-processing' })];
  const excluded = facts.map(({ assetId, fileName, reason }) => ({ assetId, fileName, reason }));
  expect(codeOf(() => planOf(facts))).toEqual({ code: 'nothing-to-download', details: { excluded } });
});

test('when it goes through a share, then the newest facts count, and what was excluded there stays so', () => {
  const [good, unshareable, gone] = [someFacts(), someFacts({ shareable: false }), someFacts()];
  const excluded = [{ assetId: gone.assetId, fileName: 'gone.png', reason: 'unavailable' as const }];
  const all = { assetIds: [good, unshareable, gone].map(({ assetId }) => assetId), excluded };
  const plan = planOf([good, unshareable], { ...all, share: { title: 'Autumn' } });
  expect(plan.entries.map(({ assetId }) => assetId)).toEqual([good.assetId]);
  expect(plan.excluded).toEqual([
    { assetId: unshareable.assetId, fileName: 'poster.png', reason: 'may-not-be-shared' },
    ...excluded,
  ]);
  expect(planOf([unshareable]).entries).toHaveLength(1);
});

test('when nothing is known of one, then the whole is refused', () => {
  const facts = someFacts();
  const assetIds = [facts.assetId, someFacts().assetId];
  expect(codeOf(() => planOf([facts], { assetIds }))).toEqual({ code: 'not-found', details: {} });
});

test('when more is asked for than a number can count, then it is too large', () => {
  const huge = someFacts({ byteSize: 2 ** 52 });
  expect(codeOf(() => planOf([huge, someFacts()]))).toMatchObject({ code: 'too-large' });
  const assetIds = Array.from({ length: 100_001 }, (_, index) => `${index}`);
  expect(codeOf(() => planOf([], { assetIds }))).toMatchObject({ code: 'too-large' });
});

test('when a plan is read again, then its bytes are the same', () => {
  const plan = planOf([someFacts(), someFacts({ fileName: 'b.png', byteSize: 5_000_000_000 })]);
  const { byteSize, etag } = atOnce(fileOf(plan.kind, plan.entries, null));
  expect({ byteSize, etag }).toEqual({ byteSize: plan.byteSize, etag: plan.etag });
  const renamed = plan.entries.map((entry, index) => (index === 1 ? { ...entry, name: 'c.png' } : entry));
  expect(atOnce(fileOf(plan.kind, renamed, null)).etag).not.toBe(etag);
});
