import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetView, DownloadView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { sha256 } from '../support/main-job.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';
import { BITING_FILES } from './biting-files.ts';

const SETTLE_MS = 120_000;

let vitrine: RunningVitrine;
let mia: ApiPerson;
const uploaded = new Map<string, AssetView>();

beforeAll(async () => {
  vitrine = await startVitrine();
  mia = await signedIn(vitrine.url, 'mia@demo.test');
  for (const { fileName, content } of BITING_FILES) {
    const { status, body } = await mia.upload({ fileName, content });
    expect({ fileName, status }).toEqual({ fileName, status: 201 });
    uploaded.set(fileName, body as unknown as AssetView);
  }
}, 180_000);
afterAll(() => vitrine.discard());

const assetNamed = (fileName: string): Promise<AssetView> =>
  mia.get<AssetView>(`/assets/${uploaded.get(fileName)?.id ?? ''}`);

test.each(BITING_FILES)(
  '$fileName is given back byte by byte, and never to be shown in our origin',
  async (file) => {
    const { fileName, content } = file;
    const asset = await until(
      `${fileName} has its pictures or none`,
      async () => {
        const now = await assetNamed(fileName);
        return now.availability === 'processing' ? null : now;
      },
      SETTLE_MS,
    );
    const { url } = await mia.post<DownloadView>('/downloads', { assetIds: [asset.id] });
    const response = await mia.fetch(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment;/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    });
    expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(sha256(content));
  },
  SETTLE_MS + 30_000,
);

test('a picture of any of them is one that we drew, or there is none', async () => {
  for (const { fileName } of BITING_FILES)
    for (const path of [(await assetNamed(fileName)).thumbnailUrl, (await assetNamed(fileName)).previewUrl]) {
      if (path === null) continue;
      const response = await mia.fetch(path);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect({ fileName, type: response.headers.get('content-type') }).toEqual({
        fileName,
        type: 'image/webp',
      });
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; sandbox; frame-ancestors 'none'",
      );
      expect(bytes.subarray(0, 4).toString('latin1') + bytes.subarray(8, 12).toString('latin1')).toBe(
        'RIFFWEBP',
      );
      expect(bytes.toString('latin1')).not.toContain('root:');
    }
});

test(
  'when all of them were drawn in vain, then the next good picture is drawn, and the system is well',
  async () => {
    const { items } = await mia.get<{ items: AssetView[] }>('/assets?limit=200&kind=image&sort=smallest');
    const good = items.find(
      ({ fileName, thumbnailUrl, downloadable }) => thumbnailUrl && downloadable && !uploaded.has(fileName),
    );
    const { url } = await mia.post<DownloadView>('/downloads', { assetIds: [good?.id] });
    const content = Buffer.from(await (await mia.fetch(url)).arrayBuffer());
    const { body } = await mia.upload({ fileName: 'good.png', content });
    const drawn = await until(
      'the good one is drawn',
      async () => {
        const now = await mia.get<AssetView>(`/assets/${String(body['id'])}`);
        return now.thumbnailUrl === null ? null : now;
      },
      SETTLE_MS,
    );
    expect(drawn.availability).toBe('available');
    expect((await fetch(`${vitrine.url}/readyz`)).status).toBe(200);
  },
  SETTLE_MS + 30_000,
);
