import { expect, test } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

import { detectionByteSize, detectMediaType } from './detect-media-type.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)(
  'when the bytes are a %s, then it is an image, whatever its name says',
  async (format) => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#345' } })
      .toFormat(format)
      .toBuffer();
    expect(await detectMediaType(picture, 'note.txt')).toEqual({
      mediaType: `image/${format}`,
      kind: 'image',
    });
  },
);

test('when the directory of a TIFF lies behind the head, then it is still an image', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#000', noise } })
    .tiff()
    .toBuffer();
  const head = picture.subarray(0, detectionByteSize);
  expect(head.length).toBeLessThan(picture.length);
  expect(await detectMediaType(head, 'a.tif')).toEqual({ mediaType: 'image/tiff', kind: 'image' });
});

test('when the bytes are a PDF, then its kind is pdf', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  expect(await detectMediaType(await document.save(), 'a.pdf')).toEqual({
    mediaType: 'application/pdf',
    kind: 'pdf',
  });
});

test.each([
  ['plain', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  [
    'behind a declaration',
    '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  ],
  ['behind a byte order mark and a comment', '\ufeff<!-- Acme -->\n<svg viewBox="0 0 1 1"></svg>'],
  [
    'behind a document type with entities',
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg width="1" height="1"/>',
  ],
  ['with a prefix', '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>'],
])('when an SVG comes %s, then it is named as SVG', async (_how, source) => {
  expect(await detectMediaType(bytes(source), 'logo.png')).toEqual({
    mediaType: 'image/svg+xml',
    kind: 'image',
  });
});

test.each([
  ['a document type', '<!DOCTYPE html><title>x</title>', 'picture.jpg'],
  ['a script', '  <script>alert(1)</script>', 'notes.txt'],
  ['a comment and a body', '<!-- x --><body onload=x>', 'a.csv'],
  ['only its name', 'Hello <em>there</em>', 'page.HTML'],
])('when HTML shows by %s, then it is named as HTML', async (_how, source, fileName) => {
  expect(await detectMediaType(bytes(source), fileName)).toEqual({ mediaType: 'text/html', kind: 'text' });
});

test.each([
  ['a,b\n1,2', 'prices.csv', 'text/csv'],
  ['# Title', 'README.md', 'text/markdown'],
  ['{"a": [1, 2]}', 'tokens', 'application/json'],
  ['{ not json', 'tokens.json', 'text/plain'],
  ['Grüße an das Team', 'brief', 'text/plain'],
  ['<?xml version="1.0"?><rss/>', 'feed.xml', 'application/xml'],
  ['a,b', 'movie.mp4', 'text/plain'],
])('when the text is %j in %s, then it is %s', async (source, fileName, mediaType) => {
  expect(await detectMediaType(bytes(source), fileName)).toEqual({ mediaType, kind: 'text' });
});

test('when the head ends within a character, then it is still text', async () => {
  const head = bytes('aé').subarray(0, 2);
  expect(await detectMediaType(head, 'a.txt')).toEqual({ mediaType: 'text/plain', kind: 'text' });
});

test('when JSON is longer than the head, then its name decides', async () => {
  const head = bytes(`[${'1,'.repeat(40_000)}`);
  expect((await detectMediaType(head, 'a.json')).mediaType).toBe('application/json');
  expect((await detectMediaType(head, 'a.log')).mediaType).toBe('text/plain');
});

test('when the text is UTF-16 with a byte order mark, then it is text', async () => {
  const head = new Uint8Array([0xff, 0xfe, ...Buffer.from('Hallo', 'utf16le')]);
  expect((await detectMediaType(head, 'a.txt')).kind).toBe('text');
});

test.each([
  ['empty', new Uint8Array()],
  ['binary with a name that lies', new Uint8Array([0, 1, 2, 3, 0xff, 0xfe, 9])],
])('when a file is %s, then it is other', async (_how, head) => {
  expect(await detectMediaType(head, 'photo.jpg')).toEqual({
    mediaType: 'application/octet-stream',
    kind: 'other',
  });
});

test.each([
  [[0x50, 0x4b, 0x05, 0x06, ...Array<number>(18).fill(0)], 'archive'],
  [[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3], 'archive'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'document'],
  [[...bytes('RIFF'), 36, 0, 0, 0, ...bytes('WAVEfmt ')], 'audio'],
  [[0, 0, 0, 24, ...bytes('ftypmp42'), 0, 0, 0, 0, ...bytes('mp42isom')], 'video'],
  [[...bytes('{\\rtf1\\ansi}')], 'document'],
])('when the signature is %j, then the kind is %s', async (head, kind) => {
  expect((await detectMediaType(new Uint8Array(head), 'x')).kind).toBe(kind);
});
