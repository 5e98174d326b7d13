import { expect } from '@jest/globals';
import type { AssetView, DownloadView, SessionView } from '@vitrine/contracts';
import type { ApiPerson } from './api-person.ts';
import { PNG, assetsOf, sha256 } from './main-job.ts';
import { until } from './until.ts';
import { unzip } from './unzip.ts';

/** A test of the journey. */
export type Step = (name: string, run: () => Promise<void>) => void;

/** What one step of the journey leaves for the next. */
export interface JourneyState {
  mia: ApiPerson;
  uploaded: AssetView;
}

/** What Mia does with her own assets. */
export const assetSteps = (test: Step, at: JourneyState): void => {
  test('when Mia signs in, then she sees the assets of her current domain and can switch', async () => {
    const { mia } = at;
    const session = await mia.get<SessionView>('/session');
    expect(session.domains.map(({ name }) => name)).toEqual(['Brand', 'Campaigns']);
    expect(session).toMatchObject({ account: { features: { shares: true } }, hasShares: false });
    const brand = await assetsOf(mia);
    expect(brand.length).toBeGreaterThan(15);
    expect(new Set(brand.map(({ domainId }) => domainId))).toEqual(new Set([session.currentDomainId]));
    const picture = brand.find(({ kind, thumbnailUrl }) => kind === 'image' && thumbnailUrl !== null);
    const thumbnail = await mia.fetch(picture?.thumbnailUrl ?? '');
    expect([thumbnail.status, thumbnail.headers.get('content-type')]).toEqual([200, 'image/webp']);
    const campaigns = session.domains[1]?.id ?? '';
    expect((await mia.request('PUT', '/session/domain', { domainId: campaigns })).status).toBe(200);
    expect((await assetsOf(mia)).every(({ domainId }) => domainId === campaigns)).toBe(true);
    await mia.request('PUT', '/session/domain', { domainId: session.domains[0]?.id });
  });

  test('when she uploads a file, then it becomes an asset with its sums, and soon its thumbnail', async () => {
    const { mia } = at;
    const answer = await mia.upload({ fileName: 'dot/../one.png', content: PNG });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      kind: 'image',
      mediaType: 'image/png',
      byteSize: PNG.length,
      sha256: sha256(PNG),
    });
    const id = String(answer.body['id']);
    at.uploaded = await until('the thumbnail', async () => {
      const asset = await mia.get<AssetView>(`/assets/${id}`);
      return asset.availability === 'available' && asset.thumbnailUrl !== null ? asset : null;
    });
    expect(at.uploaded.fileName).not.toMatch(/[/\\]/);
    expect(at.uploaded).toMatchObject({ width: 1, height: 1, downloadable: true });
  });

  test('when she downloads one, then it is that file; several, then a zip with all of them and its exact length', async () => {
    const { mia, uploaded } = at;
    const one = await mia.post<DownloadView>('/downloads', { assetIds: [uploaded.id] });
    expect(one).toMatchObject({ kind: 'file', byteSize: PNG.length, entryCount: 1 });
    const file = await mia.fetch(one.url);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(sha256(Buffer.from(await file.arrayBuffer()))).toBe(uploaded.sha256);

    const some = (await assetsOf(mia))
      .filter(({ downloadable, byteSize }) => downloadable && byteSize < 5_000_000)
      .slice(0, 6);
    const several = await mia.post<DownloadView>('/downloads', { assetIds: some.map(({ id }) => id) });
    const answer = await mia.fetch(several.url);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([several.kind, answer.status, answer.headers.get('content-length')]).toEqual([
      'zip',
      200,
      String(several.byteSize),
    ]);
    expect(answer.headers.get('etag')).toMatch(/^"/);
    const files = await unzip(bytes);
    expect([...files.values()].map(sha256).sort()).toEqual(some.map((asset) => asset.sha256).sort());
  });

  test('when an asset is unavailable or expired, then it says so and cannot be downloaded', async () => {
    const { mia, uploaded } = at;
    const all = [
      ...(await assetsOf(mia)),
      ...(await assetsOf(mia, '&availability=unavailable')),
      ...(await assetsOf(mia, '&availability=expired')),
    ];
    for (const availability of ['unavailable', 'expired'] as const) {
      const asset = all.find((each) => each.availability === availability);
      expect(asset?.downloadable).toBe(false);
      const answer = await mia.request('POST', '/downloads', { assetIds: [asset?.id] });
      expect(answer).toMatchObject({ status: 409, body: { code: 'nothing-to-download' } });
      const mixed = await mia.post<DownloadView>('/downloads', { assetIds: [asset?.id, uploaded.id] });
      expect(mixed.excluded).toEqual([
        { assetId: asset?.id, fileName: asset?.fileName, reason: availability },
      ]);
    }
  });
};
