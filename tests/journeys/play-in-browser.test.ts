import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import { testWhere, toolOnPath } from '@vitrine/platform/testing/requires.ts';
import type { Locator } from 'playwright-core';
import { chromiumInstalled } from '../browser.ts';
import { expectNoBarrier } from '../support/accessibility.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import {
  LONG_SECONDS,
  factOf,
  opened,
  playerOf,
  plays,
  rangesAskedOf,
  rests,
  timeOf,
  uploaded,
} from '../support/playing.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';
import { aTone } from '../support/wav.ts';

const { button } = portal;
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
  tone = await uploaded(mia, 'tone.wav', aTone(LONG_SECONDS));
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const filmOf = async (seconds: number, name: string, ...encoded: string[]): Promise<Buffer> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-film-'));
  const file = path.join(folder, name);
  const source = ['-f', 'lavfi', '-i', `testsrc=duration=${seconds}:size=320x180:rate=12`];
  await promisify(execFile)('ffmpeg', ['-v', 'error', ...source, ...encoded, file]);
  const film = await readFile(file);
  await rm(folder, { recursive: true });
  return film;
};
const visit = async (asset: AssetView): Promise<Locator> => {
  await window.page.goto(`${journey!.vitrine.url}/?preview=${asset.id}`);
  await opened(window, asset.fileName);
  return playerOf(window, asset.fileName);
};

inBrowser('a sound is played in its preview, and what is sought is asked for by range', async () => {
  const asked = rangesAskedOf(window);
  const player = await visit(tone);
  // At once: there need not be an address yet.
  await window.page.keyboard.press('Space');
  await plays(player);
  const late = LONG_SECONDS - 25;
  await player.evaluate((element: { currentTime: number }, time) => {
    element.currentTime = time;
  }, late);
  await plays(player, late);
  expect(asked[0]).toBe(0);
  expect(Math.max(...asked)).toBeGreaterThan((tone.byteSize * late) / LONG_SECONDS / 2);
  expect(window.troubles).toEqual([]);
});

inBrowser('while the player has the focus, space and arrows are its own; else the page’s', async () => {
  const { keyboard } = window.page;
  const player = playerOf(window, 'tone.wav');
  await player.focus();
  expect(await factOf(player, 'paused')).toBe(false);
  await keyboard.press('Space');
  await rests(player);
  await expectNoBarrier(window.page, 'player');
  const before = await timeOf(player);
  await keyboard.press('ArrowLeft');
  await until('it goes back', async () => ((await timeOf(player)) < before ? true : null));
  await keyboard.press('ArrowDown');
  await until('it is less loud', async () => ((await factOf<number>(player, 'volume')) < 1 ? true : null));
  await player.waitFor();
  await button(window.page, 'Close preview').focus();
  await keyboard.press('ArrowRight');
  await player.waitFor({ state: 'detached' });
});

inBrowser('when the address for playing takes its time, then what was pressed before counts', async () => {
  const { page } = window;
  const held = Promise.withResolvers<undefined>();
  await page.route('**/api/v1/downloads', async (route) => {
    await held.promise;
    await route.continue();
  });
  const player = await visit(tone);
  await page.keyboard.press('Space');
  held.resolve(undefined);
  await plays(player);
  await page.unroute('**/api/v1/downloads');
});

testWhere(
  filmed,
  'moving pictures are played in their preview, over the picture they begin with',
  async () => {
    const film = await uploaded(mia, 'film.webm', await filmOf(20, 'film.webm', '-c:v', 'libvpx'));
    const player = await visit(film);
    expect(await player.getAttribute('poster')).toBe(film.previewUrl);
    await window.page.keyboard.press('Space');
    await plays(player);
    await window.page.keyboard.press('Space');
    await rests(player);
  },
  90_000,
);

testWhere(
  filmed,
  'a film of which the browser knows the sound alone is not played as a sound: that is said',
  async () => {
    const sound = ['-f', 'lavfi', '-i', 'sine=duration=2', '-c:a', 'pcm_s16le'];
    const film = await filmOf(2, 'edit.mov', ...sound, '-c:v', 'prores');
    const player = await visit(await uploaded(mia, 'edit.mov', film));
    await window.page.getByText('This browser cannot play this file.', { exact: false }).waitFor();
    expect(await player.count()).toBe(0);
    await button(window.page.getByRole('dialog'), 'Download edit.mov').waitFor();
  },
  90_000,
);

inBrowser('when the browser does not know what is in a file, then that is said', async () => {
  const broken = aTone(1);
  // An encoding of sound that nobody knows.
  broken.writeUInt16LE(0x7fff, 20);
  await visit(await uploaded(mia, 'unknown.wav', broken));
  await window.page.getByText('This browser cannot play this file.', { exact: false }).waitFor();
});

inBrowser('when a sound becomes unavailable while it plays, then it ends and that is said', async () => {
  const other = await uploaded(mia, 'other.wav', aTone(LONG_SECONDS));
  const player = await visit(other);
  await window.page.keyboard.press('Space');
  await plays(player);
  await mia.request('PATCH', `/assets/${other.id}`, { availability: 'unavailable' });
  await window.page.getByText('This file is not available right now', { exact: false }).waitFor();
  expect(await player.count()).toBe(0);
});
