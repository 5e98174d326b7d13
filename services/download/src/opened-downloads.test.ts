import { expect, test } from '@jest/globals';
import { createOpenDownload } from './opened-downloads.ts';
import { packEntries } from './plan-entries.ts';
import { aDownload, planOf, someFacts } from './testing/builders.ts';

/** What a download weighs besides its entries. */
const OWN_WEIGHT = 10;

const opener = (keptWeightMax: number) => {
  const read: string[] = [];
  const plan = planOf([someFacts(), someFacts(), someFacts()]);
  const open = createOpenDownload(async (id) => {
    read.push(id);
    return packEntries(plan);
  }, keptWeightMax);
  const { download } = aDownload();
  const named = (id: string, etag = plan.etag) =>
    open({ ...download, id, kind: 'zip', entryCount: plan.entries.length, etag });
  return { read, named, plan };
};

test('when a download is opened again, then its entries are read once', async () => {
  const { read, named, plan } = opener(100);
  const [first, second] = await Promise.all([named('a'), named('a')]);
  expect(second).toBe(first);
  expect(first.file.byteSize).toBe(plan.byteSize);
  expect(first.assetIds).toEqual(plan.entries.map(({ assetId }) => assetId));
  expect(read).toEqual(['a']);
});

test('when there is room for two, then the one that was not opened for longest is read again', async () => {
  const { read, named } = opener(2 * (3 + OWN_WEIGHT));
  for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await named(id);
  expect(read).toEqual(['a', 'b', 'c', 'b']);
});

test('when many downloads of few entries were opened, then what each holds of its own counts as well', async () => {
  const { read, named } = opener(100);
  const ids = Array.from({ length: 50 }, (_, index) => `download ${index}`);
  for (const id of ids) await named(id);
  read.length = 0;
  for (const id of ids.toReversed()) await named(id);
  expect(ids.length - read.length).toBe(Math.floor(100 / (3 + OWN_WEIGHT)));
});

test('when a download could not be opened, then it takes no room from others', async () => {
  const { read, named } = opener(2 * (3 + OWN_WEIGHT));
  for (const id of ['a', 'b']) await named(id);
  for (const id of ['c', 'd', 'e']) await named(id, '"another"').catch(() => undefined);
  for (const id of ['f', 'e']) await named(id);
  read.length = 0;
  for (const id of ['f', 'e']) await named(id);
  expect(read).toEqual([]);
});

test('when the writer of archives writes other bytes than were planned, then it is gone, and not mixed', async () => {
  const { read, named } = opener(6);
  for (let time = 0; time < 2; time += 1)
    await expect(named('a', '"another"')).rejects.toMatchObject({ code: 'not-downloadable' });
  expect(read).toEqual(['a', 'a']);
});
