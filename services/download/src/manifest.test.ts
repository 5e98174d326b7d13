import { expect, test } from '@jest/globals';
import { manifestOf, withManifest } from './manifest.ts';
import { planOf, someFacts } from './testing/builders.ts';

const { signal } = new AbortController();
const facts = [someFacts({ fileName: 'a.png' }), someFacts({ fileName: 'ä b.png', sha256: 'b'.repeat(64) })];
const text = `${'a'.repeat(64)}  a.png\n${'b'.repeat(64)}  ä b.png\n`;

test('when sums are asked for, then one asset is a zip too, and the last file lists all others', () => {
  const { kind, entries, manifest } = planOf(facts.slice(0, 1), { manifest: true });
  expect([kind, entries.length, manifest?.name]).toEqual(['zip', 1, 'SHA256SUMS.txt']);
  expect(manifest?.byteSize).toBe(text.indexOf('\n') + 1);
  expect(planOf(facts.slice(0, 1)).manifest).toBeNull();
});

test('when the manifest of a plan is made again, then it is the same; its time is that of its newest entry', () => {
  const { entries, etag } = planOf(facts, { manifest: true });
  expect(planOf(facts, { manifest: true, now: new Date() }).etag).toBe(etag);
  expect(planOf(facts).etag).not.toBe(etag);
  const newer = entries.map((entry, index) => ({ ...entry, modifiedAt: index + 7 }));
  expect(manifestOf(newer, 'x').modifiedAt).toBe(8);
  expect(manifestOf(newer, 'x').sha256).toBe(manifestOf(entries, 'y').sha256);
});

test('when parts of the manifest are read among others, then they come from it and the others from the store', async () => {
  const { entries, manifest } = planOf(facts, { manifest: true });
  const asked: string[] = [];
  const source = withManifest(
    {
      openReader: () => ({
        fill: async (parts) => void asked.push(...parts.map(({ objectKey }) => objectKey)),
        close: async () => void asked.push('closed'),
      }),
    },
    entries,
  );
  const reader = source.openReader();
  const into = new Uint8Array(new SharedArrayBuffer(200));
  const part = { objectKey: manifest?.objectKey ?? '', objectByteSize: manifest?.byteSize ?? 0 };
  const [from, length] = [70, 60];
  await reader.fill(
    [
      { objectKey: 'objects/1', objectByteSize: 9, offset: 0, length: 9, position: 0, until: 9 },
      { ...part, offset: from, length, position: 10, until: from + length },
    ],
    into,
    signal,
  );
  await reader.fill([{ ...part, offset: 0, length: 3, position: 100, until: 3 }], into, signal);
  await reader.close();
  const bytes = Buffer.from(text).subarray(from, from + length);
  expect(Buffer.from(into).subarray(10, 10 + length)).toEqual(bytes);
  expect(Buffer.from(into).subarray(100, 103).toString()).toBe('aaa');
  expect(asked).toEqual(['objects/1', 'closed']);
});

test('when a source asks ahead, then it hears of all that comes but the manifest', () => {
  const { entries, manifest } = planOf(facts, { manifest: true });
  const heard: string[] = [];
  const stored = { fill: () => Promise.resolve(), close: () => Promise.resolve() };
  const askAhead = (next: readonly { objectKey: string }[]) =>
    void heard.push(...next.map(({ objectKey }) => objectKey));
  const reader = withManifest({ openReader: () => ({ ...stored, askAhead }) }, entries).openReader();
  const stretch = { objectByteSize: 300_000, offset: 0, until: 300_000 };
  const keys = ['objects/1', manifest?.objectKey ?? '', 'objects/2'];
  reader.askAhead?.(
    keys.map((objectKey) => ({ ...stretch, objectKey })),
    signal,
  );
  expect(heard).toEqual(['objects/1', 'objects/2']);
  expect(withManifest({ openReader: () => stored }, entries).openReader().askAhead).toBeUndefined();
});
