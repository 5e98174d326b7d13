import { afterAll, beforeAll, expect } from '@jest/globals';
import type { DownloadView, GuestView, SessionView, ShareView } from '@vitrine/contracts';
import type { Requirement } from '@vitrine/platform/testing/requires.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { type ApiPerson, anApiPerson, signedIn } from './api-person.ts';
import { type Mail, type Page, type Shared, assetsOf, bytesAt, sha256, tokenIn } from './main-job.ts';
import { type JourneyState, type Step, assetSteps } from './main-job-assets.ts';
import { until } from './until.ts';
import { unzip } from './unzip.ts';

/** A system with the demo, however it was started. */
export interface JourneySystem {
  url: string;
  /** The newest mail to somebody whose address holds that. */
  mailTo: (address: string) => Promise<Mail>;
  discard: () => Promise<void>;
}

let vitrine: JourneySystem;
let noah: ApiPerson;
let share: ShareView;
const guest = () => anApiPerson(vitrine.url);

const at = {} as JourneyState;

/** The main job, told as tests, on the system that `start` gives. */
export const mainJobThroughHttp = (options: {
  start: () => Promise<JourneySystem>;
  needs: Requirement;
  startWithinMs: number;
}): void => {
  const { start, needs, startWithinMs } = options;
  beforeAll(async () => {
    if (!needs.met) return;
    vitrine = await start();
    at.mia = await signedIn(vitrine.url, 'mia@demo.test');
    noah = await signedIn(vitrine.url, 'noah@demo.test');
  }, startWithinMs);
  afterAll(async () => {
    if (needs.met) await vitrine.discard();
  }, startWithinMs);
  const test: Step = (name, run) => testWhere(needs, name, run);
  assetSteps(test, at);
  shareSteps(test);
  guestSteps(test);
};

const shareSteps = (test: Step): void => {
  test('when she creates a share with an internal and an external guest, then what cannot be shared is named and Shares is there', async () => {
    const { mia, uploaded } = at;
    const all = (await assetsOf(mia)).filter(({ id }) => id !== uploaded.id);
    const fit = all
      .filter(({ downloadable, shareable, byteSize }) => downloadable && shareable && byteSize < 5_000_000)
      .slice(0, 4);
    const unfit = all.find(({ downloadable, shareable }) => downloadable && !shareable);
    const assetIds = [...fit, ...(unfit ? [unfit] : [])].map(({ id }) => id);
    const check = await mia.post<{ shareable: string[]; excluded: unknown[] }>('/shares/check', { assetIds });
    expect(check.shareable).toEqual(fit.map(({ id }) => id));
    expect(check.excluded).toEqual([
      { assetId: unfit?.id, fileName: unfit?.fileName, reason: 'may-not-be-shared' },
    ]);

    const found = await mia.get<{ items: { id: string; email: string }[] }>('/users?q=noah');
    const made = await mia.post<{ share: ShareView; excluded: unknown[] }>('/shares', {
      title: 'Autumn for the press',
      description: 'The first pictures.',
      assetIds,
      guests: [{ userId: found.items[0]?.id }, { email: 'Rita@Gallery.example' }],
      durationDays: 7,
      message: 'Have a look.',
    });
    share = made.share;
    expect(made.excluded).toHaveLength(1);
    expect(share).toMatchObject({
      title: 'Autumn for the press',
      enabled: true,
      assetCount: 4,
      role: 'owner',
    });
    expect((await mia.get<SessionView>('/session')).hasShares).toBe(true);
    const guests = await until('two guests', async () => {
      const { items } = await mia.get<{ items: GuestView[] }>(`/shares/${share.id}/guests`);
      return items.length === 2 && items.every(({ mail }) => mail === 'sent') ? items : null;
    });
    const sevenDays = 7 * 24 * 3_600_000;
    for (const each of guests) {
      expect(each.state).toBe('active');
      expect(Date.parse(each.expiresAt) - Date.parse(each.invitedAt)).toBe(sevenDays);
    }
  });

  test('when she adds assets to an existing share, then those already there are named', async () => {
    const { mia, uploaded } = at;
    const { items } = await mia.get<Page<Shared>>(`/shares/${share.id}/assets`);
    const present = items[0];
    const answer = await mia.post<{ added: string[]; excluded: { reason: string }[] }>(
      `/shares/${share.id}/assets`,
      {
        assetIds: [uploaded.id, present?.id],
      },
    );
    expect(answer.added).toEqual([uploaded.id]);
    expect(answer.excluded.map(({ reason }) => reason)).toEqual(['already-in-this-share']);
  });
};

const guestSteps = (test: Step): void => {
  test('when the external guest follows the link, then it opens only by their own act, and gives one file and all as a zip', async () => {
    const mail = await vitrine.mailTo('gallery.example');
    expect(mail.subject).toContain('Autumn for the press');
    expect(mail.links).toHaveLength(1);
    const guestLink = tokenIn(mail);
    const rita = guest();
    expect((await rita.fetch(`/guest/${guestLink}`)).status).toBe(200);
    expect((await rita.request('GET', '/guest/session')).status).toBe(401);
    await rita.post('/guest/session', { token: guestLink });
    const seen = await rita.get<Record<string, unknown>>('/guest/share');
    expect(seen).toMatchObject({ title: 'Autumn for the press', sharedBy: 'Mia Lindqvist', assetCount: 5 });
    const { items } = await rita.get<Page<Shared>>('/guest/share/assets');
    expect(items).toHaveLength(5);
    expect(JSON.stringify(items)).not.toContain('domainId');
    expect((await rita.fetch(items[1]?.thumbnailUrl ?? '')).status).toBe(200);
    const one = await rita.post<DownloadView>('/downloads', { assetIds: [items[0]?.id] });
    expect(sha256(await bytesAt(rita, one.url))).toBe(items[0]?.sha256);
    const all = await rita.post<DownloadView>('/downloads', {
      assetIds: items.map(({ id }) => id),
      shareId: share.id,
    });
    expect((await unzip(await bytesAt(rita, all.url))).size).toBe(5);
    expect((await rita.request('GET', '/assets')).status).toBe(401);
  });

  test('when the internal guest signs in, then the share stands under Shares, without the other guests', async () => {
    expect((await noah.get<SessionView>('/session')).hasShares).toBe(true);
    const received = await noah.get<Page<ShareView>>('/shares?scope=received');
    expect(received.items.map(({ id, role }) => ({ id, role }))).toEqual([{ id: share.id, role: 'guest' }]);
    const { items } = await noah.get<Page<Shared>>(`/shares/${share.id}/assets`);
    const download = await noah.post<DownloadView>('/downloads', {
      assetIds: items.map(({ id }) => id),
      shareId: share.id,
    });
    expect((await unzip(await bytesAt(noah, download.url))).size).toBe(5);
    expect((await noah.request('GET', `/shares/${share.id}/guests`)).status).toBe(404);
  });
};
