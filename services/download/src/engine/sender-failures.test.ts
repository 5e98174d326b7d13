import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { layOut } from './layout.ts';
import type { SendFailure } from './send-failure.ts';
import { patterned } from './testing/archives.ts';
import { startSending } from './testing/sending.ts';
import { archiveFile, singleFile } from './virtual-file.ts';

const { layout, files, serve, pathOf, assertAllIsBack } = startSending();

const failed = (outcome: unknown) => {
  const { reason, byteSize } = outcome as SendFailure;
  return { reason, byteSize };
};

test('when leave is refused for the first entry, then nothing was sent and a real error can be answered', async () => {
  const { url, outcome } = await serve({ beforeEntry: () => Promise.reject(new Error('no grant')) });
  expect((await fetch(url)).status).toBe(503);
  expect(failed(await outcome())).toEqual({ reason: 'refused', byteSize: 0 });
});

test('when leave is refused for a later entry, then no byte of it is sent and the client sees an error', async () => {
  const last = files.length - 1;
  const beforeEntry = async (index: number) => {
    if (index === last) throw new Error('no grant');
  };
  const { url, outcome } = await serve({ beforeEntry });
  await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow();
  const { reason, byteSize } = failed(await outcome());
  expect(reason).toBe('refused');
  expect(byteSize).toBeLessThanOrEqual(layout.headerStarts[last]!);
});

test('when an object is missing from the start, then a real error can be answered', async () => {
  await rm(pathOf('0'));
  const { url, outcome } = await serve();
  expect((await fetch(url)).status).toBe(503);
  expect(failed(await outcome())).toEqual({ reason: 'source', byteSize: 0 });
});

test.each([
  ['big', 'shorter', 2, 2_999_999],
  ['big', 'longer', 2, 3_000_001],
  ['small', 'shorter', 4, 99],
  ['small', 'longer', 4, 101],
])('when a %s object became %s, then the client sees an error', async (_, __, index, byteSize) => {
  await writeFile(pathOf(`${index}`), patterned(byteSize));
  const { url, outcome } = await serve();
  await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow();
  const { reason, byteSize: sentByteSize } = failed(await outcome());
  expect(reason).toBe('source');
  expect(sentByteSize).toBeLessThan(layout.headerStarts[index + 1]!);
});

test('when it is aborted at any point, then it ends there and slabs and descriptors are back', async () => {
  for (const after of [0, 1, 200_000, 3_100_000, 8_000_000]) {
    const abort = new AbortController();
    let sent = 0;
    if (after === 0) abort.abort(new Error('revoked'));
    const { url, outcome, close } = await serve({
      signal: abort.signal,
      onBytes: (byteSize) => {
        sent += byteSize;
        if (sent >= after) abort.abort(new Error('revoked'));
      },
    });
    await fetch(url)
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
    const failure = (await outcome()) as SendFailure;
    expect(failed(failure)).toEqual({ reason: 'aborted', byteSize: sent });
    expect(failure.cause).toEqual(new Error('revoked'));
    await close();
    await assertAllIsBack();
  }
});

test('when it is aborted while leave is asked for, then it does not wait for the answer', async () => {
  const abort = new AbortController();
  const { ask, outcome } = await serve({
    signal: abort.signal,
    beforeEntry: () => {
      abort.abort();
      return new Promise<void>(() => undefined);
    },
  });
  const socket = await ask();
  expect(failed(await outcome())).toEqual({ reason: 'aborted', byteSize: 0 });
  socket.destroy();
});

/** More than the kernel takes from anybody at once. */
const huge = () => {
  const entries = Array.from({ length: 20 }, (_, index) => ({
    ...files.at(-1)!.entry,
    name: `${index}.bin`,
  }));
  return archiveFile(layOut(entries), () => `${files.length - 1}`);
};

test('when the reader goes away, then the download ends', async () => {
  const { ask, outcome } = await serve({ file: huge() });
  const socket = await ask();
  await once(socket, 'data');
  socket.destroy();
  expect(failed(await outcome())).toMatchObject({ reason: 'closed' });
});

test('when the reader stands still, then the download ends after the limit', async () => {
  const { ask, outcome } = await serve({ file: huge(), noProgressMs: 150 });
  const socket = await ask();
  socket.pause();
  expect(failed(await outcome())).toMatchObject({ reason: 'stalled' });
  socket.destroy();
});

test('when the source stands still longer than the limit, then the reader is not blamed', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const file = singleFile({ objectKey: '0', ...files[0]!.entry });
  const { url, outcome } = await serve({ file, noProgressMs: 20, beforeEntry: () => held });
  const body = fetch(url).then((response) => response.arrayBuffer());
  setTimeout(release, 120);
  expect((await body).byteLength).toBe(5);
  expect(await outcome()).toBeUndefined();
});
