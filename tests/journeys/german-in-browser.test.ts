import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import type { Locator, Page } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { type EnglishFinder, englishFinder } from '../support/english-on-page.ts';
import { languageTold, subjectsOfEnglishShare } from '../support/languages.ts';
import { assetsOf, fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { type Portal, button } from '../support/portal.ts';
import { DEMO_PASSWORD } from '../support/running-vitrine.ts';

const TITLE = 'Herbst für die Presse';
const GUEST = 'rita@gallery.example';

let journey: Journey | null = null;
let english: EnglishFinder;
let window: Portal;
let page: Page;
let fit: AssetView[];
let unfit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const admin = await signedIn(journey.vitrine.url, 'admin@demo.test');
  const assets = await assetsOf(admin);
  english = await englishFinder(assets.flatMap(({ title, fileName }) => [title, fileName]));
  fit = (await fitAssetsOf(admin)).slice(0, 2);
  unfit = assets.filter(({ downloadable, shareable }) => !downloadable || !shareable).slice(0, 2);
  window = await journey.newWindow('de-DE');
  ({ page } = window);
}, 180_000);
afterAll(() => journey?.close());

const step = (name: string, run: () => Promise<void>) => inBrowser(name, run, 180_000);
const heading = (name: string, place: Page = page) => place.getByRole('heading', { name, exact: true });
const dialog = (name: string): Locator => page.getByRole('dialog', { name, exact: true });
const open = (path: string, place: Page = page) => place.goto(`${journey!.vitrine.url}${path}`);

/** Looks at a screen for a word that is still English. */
const look = async (screen: string, place: Page = page): Promise<void> => {
  expect({ screen, english: await english(place) }).toEqual({ screen, english: [] });
};
const lookInto = async (opener: Locator, opened: Locator): Promise<void> => {
  await opener.click();
  await opened.waitFor();
  await look(String(opener));
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'detached' });
};

step('who reads German signs in with German words', async () => {
  await open('/');
  await button(page, 'Anmelden').waitFor();
  await look('sign-in');
  await page.getByLabel('E-Mail').fill('admin@demo.test');
  await page.getByLabel('Passwort', { exact: true }).fill('not this one');
  await button(page, 'Anmelden').click();
  await page.getByText('E-Mail oder Passwort stimmt nicht.', { exact: false }).waitFor();
  await look('sign-in refused');
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD);
  await button(page, 'Anmelden').click();
  await heading('Assets').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
});

step(
  'the assets, their menus and their preview are in German, and nothing keeps anybody from them',
  async () => {
    const menu = page.getByRole('menu');
    await page.getByRole('article').first().waitFor();
    await expectNoBarrier(page, 'assets in German');
    await look('grid');
    await lookInto(button(page, 'Art: Jede Art'), menu);
    await lookInto(button(page, 'Status: Jeder Status'), menu);
    await lookInto(button(page, /, Konto von /), menu);
    await lookInto(button(page, 'Tastenkürzel'), dialog('Tastenkürzel'));
    await open('/?layout=list');
    await page.getByRole('article').first().waitFor();
    await look('list');
    await open('/?q=nothinghasthisname');
    await heading('Nichts gefunden').waitFor();
    await look('nothing matches');
    await open(`/?preview=${fit[0]!.id}`);
    await dialog(`Vorschau von ${fit[0]!.fileName}`).waitFor();
    await look('preview');
  },
);

step('assets are shared in German', async () => {
  await open('/');
  const searched = page.getByRole('searchbox', { name: 'Assets durchsuchen' });
  for (const { fileName } of [...fit, ...unfit]) {
    await searched.fill(fileName);
    await page.getByRole('checkbox', { name: `${fileName} auswählen`, exact: true }).check();
  }
  await lookInto(button(page, 'Teilen'), page.getByRole('menu'));
  await button(page, 'Teilen').click();
  await page.getByRole('menuitem', { name: 'Neue Freigabe erstellen' }).click();
  const creation = dialog('Neue Freigabe erstellen');
  await creation.getByRole('list', { name: 'Kann nicht geteilt werden' }).waitFor();
  await button(creation, 'Freigabe erstellen').click();
  await creation.getByText('Geben Sie der Freigabe einen Titel').waitFor();
  await look('create, first step');
  await creation.getByLabel('Titel').fill(TITLE);
  await creation.getByRole('switch', { name: 'Festlegen, wer Zugang hat' }).check();
  await button(creation, 'Weiter').click();
  await creation.getByLabel('Interne Personen suchen').fill(`${GUEST},`);
  await creation.getByText(/^1 Gast bekommt eine E-.?Mail mit einem eigenen Link[.]$/).waitFor();
  expect(await creation.getByLabel(/^Sprache der E-.?Mail$/).inputValue()).toBe('de');
  await look('create, second step');
  await button(creation, 'Freigabe erstellen').click();
  await page.getByText(`„${TITLE}“ wurde erstellt`).waitFor();
  await look('created');
});

step('a share and its guests are in German', async () => {
  await page.getByRole('link', { name: 'Freigaben', exact: true }).click();
  await page.getByRole('link', { name: TITLE }).waitFor();
  await look('shares');
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByText('2 Assets · erstellt am', { exact: false }).waitFor();
  await look('share');
  await lookInto(button(page, 'Assets hinzufügen'), dialog('Assets hinzufügen'));
  await page.getByRole('tab', { name: 'Gäste' }).click();
  await button(page, `${GUEST} entfernen`).waitFor();
  await look('guests');
  await lookInto(button(page, '+ Gäste einladen'), dialog('Gäste einladen'));
  await lookInto(button(page, `${GUEST} entfernen`), page.getByRole('dialog'));
  await page.getByRole('tab', { name: 'Aktivität' }).click();
  await page.getByText('hat die Freigabe mit 2 Assets erstellt', { exact: false }).waitFor();
  await look('activity');
  await button(page, 'Mehr zu dieser Freigabe').click();
  await page.getByRole('menuitem', { name: 'Freigabe löschen' }).click();
  await dialog('Diese Freigabe löschen?').waitFor();
  await look('delete');
});

step('the page of a guest is in German', async () => {
  const guest = await journey!.newWindow('de-AT');
  const mail = await mailTo(journey!.vitrine.url, GUEST);
  expect(mail.subject).toMatch(/ hat „Herbst für die Presse“ mit Ihnen geteilt$/);
  await open(`/guest/${tokenIn(mail)}x`, guest.page);
  await button(guest.page, 'Freigabe öffnen').click();
  await heading('Dieser Link öffnet nichts', guest.page).waitFor();
  await look('closed door', guest.page);
  await open(`/guest/${tokenIn(mail)}`, guest.page);
  await button(guest.page, 'Freigabe öffnen').waitFor();
  await look('door', guest.page);
  await button(guest.page, 'Freigabe öffnen').click();
  await button(guest.page, /^Alle herunterladen \(2 Dateien, [\d,.]+ (kB|MB)\)$/).waitFor();
  await look('guest', guest.page);
  expect(guest.troubles).toEqual([]);
  await guest.close();
});

step('whoever has read in German gets German mails, also of what an English sharer shares', async () => {
  const shared = { title: 'Autumn', assetId: fit[0]!.id, known: GUEST, fresh: 'new@gallery.example' };
  const { known, fresh } = await subjectsOfEnglishShare(journey!.vitrine.url, shared);
  expect(known).toContain('hat „Autumn“ mit Ihnen geteilt');
  expect(fresh).toContain('shared “Autumn” with you');
});

step('the administration is in German', async () => {
  await open('/administration');
  await button(page, 'Aktionen für Noah Okafor').waitFor();
  await look('users');
  await lookInto(button(page, 'Neue Person'), dialog('Neue Person'));
  await lookInto(button(page, 'Aktionen für Noah Okafor'), page.getByRole('menu'));
  await page.getByRole('tab', { name: 'Bereiche' }).click();
  await button(page, 'Mitglieder von Brand').waitFor();
  await look('domains');
  await lookInto(button(page, 'Mitglieder von Brand'), dialog('Mitglieder von Brand'));
  await button(page, 'Richtlinie von Brand').click();
  await dialog('Richtlinie von Brand').getByText('Wie für das Konto: bis zu 28 Tage').waitFor();
  await look('policy of a domain');
  await button(dialog('Richtlinie von Brand'), 'Abbrechen').click();
  await page.getByRole('tab', { name: 'Funktionen' }).click();
  await page.getByRole('switch', { name: 'Freigaben' }).waitFor();
  await look('features');
  await page.getByRole('tab', { name: 'Richtlinie' }).click();
  await page.getByRole('switch', { name: 'Gäste erinnern' }).waitFor();
  await look('policy');
});

step('who chooses another language gets it, and keeps it', async () => {
  await button(page, /, Konto von /).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await heading('Administration').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await english(page)).toContain('Skip to the content');
  await page.reload();
  await heading('Administration').waitFor();
  await languageTold(page, 'en');
  expect(window.troubles).toEqual([]);
});
