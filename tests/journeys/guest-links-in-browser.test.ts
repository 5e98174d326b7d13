import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { expectNoBarrier } from '../support/accessibility.ts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { expireGuest } from '../support/expire-guest.ts';
import { type Mail, type Page, fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button } = portal;
const TITLE = 'Spring for the press';
const RITA = 'rita@gallery.example';
const OTIS = 'otis@gallery.example';
const CLOSED = 401;

let journey: Journey | null = null;
let owner: portal.Portal;
let otis: portal.Portal;
let mia: ApiPerson;
let share: ShareView;
let assetIds: string[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  assetIds = (await fitAssetsOf(mia)).slice(0, 2).map(({ id }) => id);
  const made = await mia.post<{ share: ShareView }>('/shares', {
    title: TITLE,
    assetIds,
    guests: [{ email: RITA }, { email: OTIS }],
    durationDays: 7,
  });
  share = made.share;
  owner = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const guestRow = (email: string) => owner.page.getByRole('listitem', { name: email, exact: true });
const mailsAbout = async (subject: string): Promise<Mail[]> => {
  const mails = (await (await fetch(`${journey!.vitrine.url}/mailbox.json`)).json()) as Mail[];
  return mails.filter((mail) => mail.subject.includes(subject));
};
const nextMailTo = (address: string, before: Mail): Promise<Mail> =>
  until(`another mail to ${address}`, async () => {
    const mail = await mailTo(journey!.vitrine.url, address);
    return mail.id === before.id ? null : mail;
  });
const knock = async (mail: Mail): Promise<number> =>
  (await anApiPerson(journey!.vitrine.url).request('POST', '/guest/session', { token: tokenIn(mail) }))
    .status;
const resend = async (email: string) => {
  await button(guestRow(email), `Resend Invitation to ${email}`).click();
  const dialog = owner.page.getByRole('dialog', { name: `Resend the invitation to ${email}` });
  await dialog.getByText(/It works until .+, as before\./).waitFor();
  await button(dialog, 'Resend Invitation').click();
  return dialog;
};

inBrowser('an invitation is sent again within its life: a new link, and the one before is dead', async () => {
  const { page } = owner;
  const first = await mailTo(journey!.vitrine.url, RITA);
  await page.goto(`${journey!.vitrine.url}/shares/${share.id}?tab=guests`);
  await guestRow(RITA).getByText('Mail sent').waitFor();
  const dialog = await resend(RITA);
  await page.getByText(`The invitation to ${RITA} is on its way again`).waitFor();
  await dialog.waitFor({ state: 'detached' });
  const second = await nextMailTo(RITA, first);
  expect(await knock(first)).toBe(CLOSED);
  expect(await knock(second)).toBeLessThan(300);
});

inBrowser('whoever sends it again and again is told to wait a little', async () => {
  const dialog = await resend(RITA);
  await dialog.getByText('The invitation was sent again less than a minute ago.').waitFor();
  await button(dialog, 'Cancel').click();
  await owner.page.getByRole('tab', { name: 'Activity' }).click();
  await owner.page.getByText(`Mia Lindqvist sent the invitation to ${RITA} again`).waitFor();
});

inBrowser(
  'a link of a guest is shown once to be copied, works beside the one in the mail, and is told',
  async () => {
    const { page } = owner;
    await page.getByRole('tab', { name: 'Guests' }).click();
    await button(guestRow(OTIS), `Copy link of ${OTIS}`).click();
    const dialog = page.getByRole('dialog', { name: `A link for ${OTIS}` });
    await expectNoBarrier(page, 'a link for a guest');
    await button(dialog, 'Show Link').click();
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    await expectNoBarrier(page, 'the link of a guest, shown');
    await button(dialog, 'Done').click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(link);
    const token = new URL(link).pathname.split('/').at(-1);
    const opened = await anApiPerson(journey!.vitrine.url).request('POST', '/guest/session', { token });
    expect(opened.status).toBeLessThan(300);
    expect(await knock(await mailTo(journey!.vitrine.url, OTIS))).toBeLessThan(300);
    await page.getByRole('tab', { name: 'Activity' }).click();
    await page.getByText(`Mia Lindqvist copied a link of ${OTIS}`).waitFor();
  },
);

inBrowser('whoever stands before a link that has ended asks for a new one, and is told no more', async () => {
  const old = await mailTo(journey!.vitrine.url, OTIS);
  await expireGuest(journey!.vitrine, OTIS);
  otis = await journey!.newWindow();
  await otis.page.goto(old.links[0] ?? 'no link');
  await button(otis.page, 'Open share').click();
  await otis.page.getByText('This link does not open anything').waitFor();
  await button(otis.page, 'Ask for a new link').click();
  await otis.page.getByText('You have asked for a new link').waitFor();
  expect(await otis.page.content()).not.toContain(TITLE);
  expect(otis.troubles).toEqual([]);
});

inBrowser(
  'the owner gets a mail that leads to the guests, where the guest is renewed by a click',
  async () => {
    const { page } = owner;
    const before = await mailTo(journey!.vitrine.url, OTIS);
    const request = await until('the mail to the owner', async () => {
      const [mail] = await mailsAbout(`${OTIS} asks for a new link to “${TITLE}”`);
      return mail ?? null;
    });
    expect(request.to).toContain('mia@demo.test');
    await page.goto(request.links[0] ?? 'no link');
    await guestRow(OTIS)
      .getByText(/^Asked for a new link /)
      .waitFor();
    await button(guestRow(OTIS), `Renew ${OTIS}`).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/The link works until .+/).waitFor();
    await button(dialog, 'Renew').click();
    await page.getByText(`${OTIS} gets a new link by mail`).waitFor();
    await guestRow(OTIS)
      .getByText(/^Asked for a new link /)
      .waitFor({ state: 'detached' });
    const renewed = await nextMailTo(OTIS, before);
    await otis.page.goto(renewed.links[0] ?? 'no link');
    await button(otis.page, 'Open share').click();
    await otis.page.getByRole('heading', { name: TITLE }).waitFor();
    expect([...otis.troubles, ...owner.troubles]).toEqual([]);
  },
);

inBrowser('the owner sees where a guest has the share open, and closes it there', async () => {
  const { page } = owner;
  await button(guestRow(OTIS), `Browsers of ${OTIS}`).click();
  const dialog = page.getByRole('dialog', { name: `Where ${OTIS} has this share open` });
  const row = dialog.getByRole('listitem', { name: 'Chrome on Linux' });
  await row.getByText(/^Opened .+ · last used .+ · 127\.0\.0\.1$/).waitFor();
  await expectNoBarrier(page, 'browsers of a guest');
  await button(row, 'Close the share in Chrome on Linux').click();
  await dialog.getByText('In no browser at the moment.').waitFor();
  await otis.page.getByRole('heading', { name: TITLE }).waitFor({ state: 'detached' });
  await button(dialog, 'Done').click();
  await dialog.waitFor({ state: 'detached' });
  expect(owner.troubles).toEqual([]);
});

inBrowser('an owner who left a domain of the share is told before they name anybody', async () => {
  const { page } = owner;
  const admin = await signedIn(journey!.vitrine.url, 'admin@demo.test');
  const [asset] = (await mia.get<Page<AssetView>>('/assets?limit=200')).items.filter(({ id }) =>
    assetIds.includes(id),
  );
  const { user } = await mia.get<{ user: { id: string } }>('/session');
  const membership = `/admin/domains/${asset!.domainId}/members/${user.id}`;
  expect((await admin.request('DELETE', membership)).status).toBe(204);
  await page.goto(`${journey!.vitrine.url}/shares/${share.id}?tab=guests`);
  await button(page, '+ Invite Guests').click();
  const dialog = page.getByRole('dialog', { name: 'Invite guests' });
  await dialog
    .getByRole('alert')
    .filter({ hasText: 'assets of a domain that you do not belong to' })
    .waitFor();
  expect(await button(dialog, 'Invite guests').getAttribute('aria-disabled')).toBe('true');
  await expectNoBarrier(page, 'inviting without a domain of the share');
  await button(dialog, 'Cancel').click();
  expect(await button(guestRow(OTIS), `Copy link of ${OTIS}`).count()).toBe(0);
});

inBrowser(
  'where links that open nothing were tried too often, no code is said to be on its way',
  async () => {
    const guesser = anApiPerson(journey!.vitrine.url);
    const guess = () => guesser.request('POST', '/guest/session', { token: 'b'.repeat(43) });
    const stranger = await journey!.newWindow();
    await stranger.page.goto(`${journey!.vitrine.url}/guest/${'b'.repeat(43)}`);
    // All at once: a minute after the first of them it begins anew.
    const guesses = await Promise.all(Array.from({ length: 40 }, guess));
    expect(guesses.map(({ status }) => status)).toContain(429);
    await button(stranger.page, 'Open share').click();
    const alert = stranger.page.getByRole('alert').filter({ hasText: /You can go on in \d+ seconds\./ });
    expect(await alert.innerText()).toMatch(/^This was tried too often\./);
    expect(stranger.troubles).toEqual([]);
  },
);
