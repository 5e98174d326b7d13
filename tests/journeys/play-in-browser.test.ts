import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { testWhere, toolOnPath } from '@vitrine/platform/testing/requires.ts';
import type { Locator } from 'playwright-core';
import { chromiumInstalled } from '../browser.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { type Page, mailTo, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';
import { aTone } from '../support/wav.ts';

const { button, tile } = portal;
const SECONDS = 60;
const ffmpeg = toolOnPath('ffmpeg');
const filmed = {
  name: `${ffmpeg.name}, and ${chromiumInstalled.name}`,
  met: ffmpeg.met && chromiumInstalled.met,
};

let journey: Journey | null = null;
let mia: ApiPerson;
let window: portal.Portal;
let tone: AssetView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  tone = await uploaded('tone.wav', aTone(SECONDS));
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const uploaded = async (fileName: string, content: Buffer): Promise<AssetView> => {
  const { body } = await mia.upload({ fileName, content });
  return until(`${fileName} is available`, async () => {
    const asset = await mia.get<AssetView>(`/assets/${String(body['id'])}`);
    return asset.availability === 'available' ? asset : null;
  });
};
const playerOf = (place: portal.Portal, fileName: string): Locator =>
  place.page.getByLabel(`Player of ${fileName}`);
const timeOf = (player: Locator): Promise<number> =>
  player.evaluate(({ currentTime }: { currentTime: number }) => currentTime);
const isPaused = (player: Locator): Promise<boolean> =>
  player.evaluate(({ paused }: { paused: boolean }) => paused);
const plays = async (player: Locator): Promise<void> => {
  const before = await timeOf(player);
  await until('it plays', async () => ((await timeOf(player)) > before + 0.2 ? true : null));
};
/** As many as the browser asked for; it begins with the first byte. */
const rangesAskedOf = ({ page }: portal.Portal): number[] => {
  const starts: number[] = [];
  page.on('request', (request) => {
    const [, from] = /^bytes=(\d+)-/.exec(request.headers()['range'] ?? '') ?? [];
    if (from !== undefined && new URL(request.url()).pathname.startsWith('/d/')) starts.push(Number(from));
  });
  return starts;
};

inBrowser('a sound is played in its preview, and what is sought is asked for by range', async () => {
  const asked = rangesAskedOf(window);
  await window.page.goto(`${journey!.vitrine.url}/?preview=${tone.id}`);
  const player = playerOf(window, 'tone.wav');
  await until('it is known how long it is', () =>
    player.evaluate(({ duration }: { duration: number }) => (duration > 0 ? duration : null)),
  );
  await player.focus();
  await window.page.keyboard.press('Space');
  await plays(player);
  const late = SECONDS - 10;
  await player.evaluate((element: { currentTime: number }, time) => {
    element.currentTime = time;
  }, late);
  await until('it is there', async () => ((await timeOf(player)) > late + 0.2 ? true : null));
  expect(asked[0]).toBe(0);
  expect(Math.max(...asked)).toBeGreaterThan((tone.byteSize * late) / SECONDS / 2);
  expect(window.troubles).toEqual([]);
});

inBrowser(
  'while the player has the focus, space and arrows are its own; else they are the page’s',
  async () => {
    const { keyboard } = window.page;
    const player = playerOf(window, 'tone.wav');
    await player.focus();
    expect(await isPaused(player)).toBe(false);
    await keyboard.press('Space');
    await until('it pauses', async () => ((await isPaused(player)) ? true : null));
    const before = await timeOf(player);
    await keyboard.press('ArrowLeft');
    await until('it goes back', async () => ((await timeOf(player)) < before ? true : null));
    await player.waitFor();
    await button(window.page, 'Close preview').focus();
    await keyboard.press('ArrowRight');
    await player.waitFor({ state: 'detached' });
  },
);

testWhere(
  filmed,
  'moving pictures are played in their preview',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-film-'));
    const file = path.join(folder, 'film.webm');
    const picture = ['-f', 'lavfi', '-i', 'testsrc=duration=2:size=320x180:rate=12'];
    await promisify(execFile)('ffmpeg', ['-v', 'error', ...picture, '-c:v', 'libvpx', file]);
    const film = await uploaded('film.webm', await readFile(file));
    await rm(folder, { recursive: true });
    await window.page.goto(`${journey!.vitrine.url}/?preview=${film.id}`);
    const player = playerOf(window, 'film.webm');
    await player.focus();
    await window.page.keyboard.press('Space');
    await plays(player);
  },
  60_000,
);

inBrowser('when the browser does not know what is in a file, then that is said', async () => {
  const broken = aTone(1);
  // An encoding of sound that nobody knows.
  broken.writeUInt16LE(0x7fff, 20);
  const asset = await uploaded('unknown.wav', broken);
  await window.page.goto(`${journey!.vitrine.url}/?preview=${asset.id}`);
  await window.page.getByText('This browser cannot play this file.', { exact: false }).waitFor();
});

const aShare = async (title: string, email: string, more: object): Promise<ShareView> => {
  const request = { title, assetIds: [tone.id], guests: [{ email }], durationDays: 7, ...more };
  return (await mia.post<{ share: ShareView }>('/shares', request)).share;
};
const guestWindow = async (title: string, email: string): Promise<portal.Portal> => {
  const guest = await journey!.newWindow();
  await guest.page.goto(
    `${journey!.vitrine.url}/guest/${tokenIn(await mailTo(journey!.vitrine.url, email))}`,
  );
  await button(guest.page, 'Open share').click();
  await guest.page.getByRole('heading', { name: title }).waitFor();
  await button(tile(guest.page, 'tone.wav'), 'Preview tone.wav').click();
  return guest;
};

inBrowser('what a guest plays is no download in the activity of the share', async () => {
  const share = await aShare('Heard', 'rita@gallery.example', {});
  const guest = await guestWindow('Heard', 'rita@gallery.example');
  const player = playerOf(guest, 'tone.wav');
  await player.focus();
  await guest.page.keyboard.press('Space');
  await plays(player);
  await portal.taken(guest.page, () => button(guest.page, 'Download tone.wav').last().click());
  const types = await until('the download is told', async () => {
    const { items } = await mia.get<Page<{ type: string }>>(`/shares/${share.id}/activity?limit=100`);
    const found = items.map(({ type }) => type).filter((type) => type.startsWith('download.'));
    return found.includes('download.completed') ? found : null;
  });
  expect(types.filter((type) => type === 'download.completed')).toHaveLength(1);
  expect(types.filter((type) => type === 'download.started').length).toBeLessThan(2);
  expect(types).not.toContain('download.aborted');
  await guest.close();
});

inBrowser('when downloads of a share are limited, then the preview says why nothing is played', async () => {
  await aShare('Counted', 'lena@gallery.example', { downloadsMax: 3 });
  const guest = await guestWindow('Counted', 'lena@gallery.example');
  await guest.page.getByText('Downloads of this share are limited', { exact: false }).waitFor();
  expect(await playerOf(guest, 'tone.wav').count()).toBe(0);
  await guest.close();
});
