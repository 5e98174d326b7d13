import type { AssetView } from '@vitrine/contracts';
import type { Locator } from 'playwright-core';
import type { ApiPerson } from './api-person.ts';
import type { Portal } from './portal.ts';
import { until } from './until.ts';

/** Some 20 MB of sound: more than a browser reads ahead of what it plays. */
export const LONG_SECONDS = 120;

/** Uploads a file and waits until it may be had. */
export const uploaded = async (person: ApiPerson, fileName: string, content: Buffer): Promise<AssetView> => {
  const { body } = await person.upload({ fileName, content });
  const isThere = async (): Promise<AssetView | null> => {
    const asset = await person.get<AssetView>(`/assets/${String(body['id'])}`);
    return asset.availability === 'available' ? asset : null;
  };
  return until(`${fileName} is available`, isThere);
};

export const playerOf = (place: Portal, fileName: string): Locator =>
  place.page.getByLabel(`Player of ${fileName}`);
/** What the browser's player says of itself. */
export const factOf = <Fact>(player: Locator, name: string): Promise<Fact> =>
  player.evaluate((element, fact) => (element as unknown as Record<string, Fact>)[fact] as Fact, name);
export const timeOf = (player: Locator): Promise<number> => factOf(player, 'currentTime');
export const plays = (player: Locator, from = 0): Promise<true> =>
  until(`it plays beyond ${from} s`, async () => ((await timeOf(player)) > from + 0.2 ? true : null));
export const rests = (player: Locator): Promise<true> =>
  until('it pauses', async () => ((await factOf(player, 'paused')) ? true : null));

/** The preview of a file. The dialog takes the focus a moment after it is there; what is focused before would lose it again. */
export const opened = async ({ page }: Portal, fileName: string): Promise<Locator> => {
  const dialog = page.getByRole('dialog', { name: `Preview of ${fileName}` });
  await dialog.locator(':focus').waitFor({ state: 'attached' });
  return dialog;
};

/** As many as the browser asked for; it begins with the first byte. */
export const rangesAskedOf = ({ page }: Portal): number[] => {
  const starts: number[] = [];
  page.on('request', (request) => {
    const [, from] = /^bytes=(\d+)-/.exec(request.headers()['range'] ?? '') ?? [];
    if (from !== undefined && new URL(request.url()).pathname.startsWith('/d/')) starts.push(Number(from));
  });
  return starts;
};
