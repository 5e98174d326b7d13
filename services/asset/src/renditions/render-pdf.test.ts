import { afterAll, expect, test } from '@jest/globals';
import { PDFDocument, rgb } from 'pdf-lib';

import { aWorkbench } from '../testing/rendition-workbench.ts';

const bench = await aWorkbench();
afterAll(bench.close);

const aPdf = async (width: number, height: number, content = ''): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const page = document.addPage([width, height]);
  page.drawRectangle({ x: 0, y: 0, width, height, color: rgb(0.1, 0.2, 0.8) });
  if (content) page.node.addContentStream(document.context.register(document.context.flateStream(content)));
  document.addPage([100, 100]);
  return document.save();
};

test('when it is a PDF, then its first page is drawn', async () => {
  const result = await bench.render(await aPdf(595, 842), 'application/pdf');
  expect(result).toMatchObject({
    isRendered: true,
    width: 595,
    height: 842,
    thumbnail: { width: 226, height: 320 },
    preview: { width: 1131, height: 1600 },
  });
  const { dominant } = await bench.read(result, 'preview').stats();
  expect(dominant.b).toBeGreaterThan(dominant.r + 100);
});

test.each([
  [2_000_000, 2_000_000, 1600],
  [14_400, 1, 1],
])(
  'when a page claims %d x %d points, then no more is drawn than the preview needs',
  async (width, height, side) => {
    const result = await bench.render(await aPdf(width, height), 'application/pdf');
    expect(result).toMatchObject({ isRendered: true, preview: { width: 1600, height: side } });
  },
);

test.each([
  ['cut in the middle', 0.5],
  ['only its first bytes', 0.02],
])('when a PDF is %s, then it fails or is repaired, and nothing is thrown', async (_how, part) => {
  const whole = await aPdf(595, 842);
  const result = await bench.render(whole.subarray(0, Math.ceil(whole.length * part)), 'application/pdf');
  if (!result.isRendered) expect(result.reason).toBe('corrupt');
});

test('when the bytes only begin as a PDF, then the reason is corrupt', async () => {
  const result = await bench.render(Buffer.from(`%PDF-1.7\n${'x'.repeat(5_000)}`), 'application/pdf');
  expect(result).toMatchObject({ isRendered: false, reason: 'corrupt' });
});

test('when a PDF asks for a password, then the reason is encrypted', async () => {
  expect(await bench.render(anEncryptedPdf(), 'application/pdf')).toMatchObject({
    isRendered: false,
    reason: 'encrypted',
  });
});

test('when a PDF has no page, then the reason is corrupt', async () => {
  const document = await PDFDocument.create();
  const result = await bench.render(await document.save({ addDefaultPage: false }), 'application/pdf');
  expect(result).toMatchObject({ isRendered: false, reason: 'corrupt' });
});

test('when a page never ends being drawn, then the thread is ended at the time limit', async () => {
  const endless = 'q 0.5 0 0 0.5 0 0 cm 0 0 m 9000 9000 l 10 w S Q\n'.repeat(400_000);
  const bomb = await aPdf(595, 842, endless);
  const before = performance.now();
  const result = await bench.render(bomb, 'application/pdf', { limits: { timeoutMs: 600 } });
  expect(result).toMatchObject({ isRendered: false, reason: 'time-limit' });
  expect(performance.now() - before).toBeLessThan(10_000);
});

test('when drawing would need more memory than is allowed, then the reason is too large', async () => {
  const bomb = await aPdf(595, 842, ' '.repeat(40_000_000));
  const limits = { documentMemoryByteSize: 32 * 1024 * 1024 };
  const result = await bench.render(bomb, 'application/pdf', { limits });
  expect(result).toMatchObject({ isRendered: false, reason: 'too-large' });
});

test('when a PDF is larger than what is read, then the reason is too large', async () => {
  const result = await bench.render(await aPdf(595, 842), 'application/pdf', {
    limits: { documentByteSize: 100 },
  });
  expect(result).toMatchObject({ isRendered: false, reason: 'too-large' });
});

/** Standard security handler, revision 2, with a user password that nobody has. */
const anEncryptedPdf = (): Buffer => {
  const key = '00'.repeat(32);
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
      '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
      '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>> endobj',
      `4 0 obj <</Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}>>> endobj`,
      `trailer <</Root 1 0 R /Size 5 /Encrypt 4 0 R /ID [<${'11'.repeat(16)}> <${'11'.repeat(16)}>]>>`,
      '%%EOF',
    ].join('\n'),
  );
};
