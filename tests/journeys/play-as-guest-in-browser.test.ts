import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { type Page, mailTo, tokenIn } from '../support/main-job.ts';
import { LONG_SECONDS, opened, playerOf, plays, uploaded } from '../support/playing.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';
import { aTone } from '../support/wav.ts';

const { button, tile } = portal;

let journey: Journey | null = null;
let mia: ApiPerson;
let tone: AssetView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  tone = await uploaded(mia, 'tone.wav', aTone(LONG_SECONDS));
}, 180_000);
afterAll(() => journey?.close());

const aShare = async (title: string, email: string, more: object): Promise<ShareView> => {
  const request = { title, assetIds: [tone.id], guests: [{ email }], durationDays: 7, ...more };
  return (await mia.post<{ share: ShareView }>('/shares', request)).share;
};
const guestWindow = async (title: string, email: string): Promise<portal.Portal> => {
  const guest = await journey!.newWindow();
  const mail = await mailTo(journey!.vitrine.url, email);
  await guest.page.goto(`${journey!.vitrine.url}/guest/${tokenIn(mail)}`);
  await button(guest.page, 'Open share').click();
  await guest.page.getByRole('heading', { name: title }).waitFor();
  await button(tile(guest.page, 'tone.wav'), 'Preview tone.wav').click();
  await opened(guest, 'tone.wav');
  return guest;
};

inBrowser('what a guest plays is no download in the activity of the share', async () => {
  const share = await aShare('Heard', 'rita@gallery.example', {});
  const guest = await guestWindow('Heard', 'rita@gallery.example');
  await guest.page.keyboard.press('Space');
  await plays(playerOf(guest, 'tone.wav'));
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

inBrowser(
  'when a share is closed while its guest plays, then it ends, and comes back with the share',
  async () => {
    const share = await aShare('Closed', 'anna@gallery.example', {});
    const guest = await guestWindow('Closed', 'anna@gallery.example');
    const player = playerOf(guest, 'tone.wav');
    await guest.page.keyboard.press('Space');
    await plays(player);
    await mia.request('PATCH', `/shares/${share.id}`, { enabled: false });
    await guest.page.getByRole('heading', { name: 'This share is not open to you any more' }).waitFor();
    expect(await player.count()).toBe(0);
    await mia.request('PATCH', `/shares/${share.id}`, { enabled: true });
    await guest.page.getByRole('heading', { name: 'Closed', exact: true }).waitFor();
    await guest.close();
  },
);

inBrowser('when a file is taken out of the share while its guest plays it, then that is said', async () => {
  const share = await aShare('Shorter', 'lea@gallery.example', {});
  const guest = await guestWindow('Shorter', 'lea@gallery.example');
  await guest.page.keyboard.press('Space');
  await plays(playerOf(guest, 'tone.wav'));
  await mia.request('POST', `/shares/${share.id}/assets/remove`, { assetIds: [tone.id] });
  await guest.page.getByText('tone.wav is not shown any more', { exact: false }).waitFor();
  expect(await playerOf(guest, 'tone.wav').count()).toBe(0);
  await guest.close();
});

inBrowser('when downloads of a share are limited, then the preview says why nothing is played', async () => {
  await aShare('Counted', 'lena@gallery.example', { downloadsMax: 3 });
  const guest = await guestWindow('Counted', 'lena@gallery.example');
  await guest.page.getByText('Downloads of this share are limited', { exact: false }).waitFor();
  expect(await playerOf(guest, 'tone.wav').count()).toBe(0);
  await guest.close();
});
