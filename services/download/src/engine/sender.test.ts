import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startSending } from './testing/sending.ts';
import { singleFile } from './virtual-file.ts';

const { archive, layout, files, wholeArchive, serve, download } = startSending();

test('when an archive is downloaded, then every byte comes and is counted', async () => {
  let counted = 0;
  const body = await download({ onBytes: (byteSize) => void (counted += byteSize) });
  expect(body.equals(wholeArchive)).toBe(true);
  expect(counted).toBe(archive.byteSize);
});

test('whatever the range, then the bytes sent are that slice of the whole', async () => {
  const place = fc.nat(archive.byteSize);
  await fc.assert(
    fc.asyncProperty(place, place, async (one, other) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      expect((await download({ from, to })).equals(wholeArchive.subarray(from, to))).toBe(true);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('when one file is downloaded, then it is its object as it is, in any range', async () => {
  const { content, entry } = files[2]!;
  const file = singleFile({ objectKey: '2', ...entry });
  expect((await download({ file })).equals(content)).toBe(true);
  expect((await download({ file, from: 5, to: 2_000_000 })).equals(content.subarray(5, 2_000_000))).toBe(
    true,
  );
  expect(file.etag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
});

test('when a file is empty, then nothing is sent and that is all of it', async () => {
  const file = singleFile({ objectKey: '1', ...files[1]!.entry });
  expect(await download({ file })).toHaveLength(0);
});

test('when a range begins within an entry, then leave is asked for it and for each entry after it, once', async () => {
  const asked: number[] = [];
  const from = layout.headerStarts[3]! - 10;
  await download({ from, beforeEntry: async (index) => void asked.push(index) });
  expect(asked).toEqual(Array.from({ length: files.length - 2 }, (_, index) => index + 2));
});

test('when eight read at the same time and few large slabs are there, then each gets the whole', async () => {
  const { url } = await serve();
  const bodies = await Promise.all(
    Array.from({ length: 8 }, () => fetch(url).then((response) => response.arrayBuffer())),
  );
  for (const body of bodies) expect(Buffer.from(body).equals(wholeArchive)).toBe(true);
}, 120_000);

test('when the range does not lie within the file, then it is refused at once', async () => {
  const { ask, outcome } = await serve({ to: archive.byteSize + 1 });
  const socket = await ask();
  await expect(outcome()).resolves.toBeInstanceOf(RangeError);
  socket.destroy();
});
