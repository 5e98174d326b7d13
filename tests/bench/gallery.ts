// npm run gallery: pictures of the main screens on three widths in light and dark, out of the demo, for docs/gallery.
//   npm run gallery -- [screen ...]   only these, beside what is there
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { type Scene, scenesOf } from '../support/gallery-scenes.ts';
import { openPortal } from '../support/portal.ts';
import { startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/gallery');
const SIZES = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1680, height: 1050 },
];
const THEMES = ['light', 'dark'] as const;
const QUALITY = 72;

/** What of the page's own world is asked for. */
interface Drawn {
  document: {
    fonts: { status: string };
    querySelector: (selector: string) => unknown;
    querySelectorAll: (selector: string) => Iterable<{ complete: boolean; naturalWidth: number }>;
  };
}

/** Runs in the page. What was drawn early lies over it for a moment. */
const isDrawn = (): boolean => {
  const { document } = globalThis as unknown as Drawn;
  const pictures = [...document.querySelectorAll('img')];
  return (
    document.querySelector('body > div[inert][aria-hidden="true"]:not([id])') === null &&
    document.fonts.status === 'loaded' &&
    pictures.every((each) => each.complete && each.naturalWidth > 0)
  );
};

const take = async (page: Page, name: string): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' });
    await page.waitForFunction(isDrawn);
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
    await writeFile(path.join(FOLDER, `${name}-${theme}.webp`), Buffer.from(data, 'base64'));
  }
  await devtools.detach();
};

const takeScene = async ({ name, page, show }: Scene): Promise<void> => {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await show(page);
    await take(page, `${name}-${size.width}`);
  }
  console.log(name);
};

const wanted = process.argv.slice(2);
const vitrine = await startVitrineOn(await temporaryFolder());
const browser = await openBrowser();
try {
  if (wanted.length === 0) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const { page: owner } = await openPortal(browser, vitrine);
  const { page: guest } = await openPortal(browser, vitrine);
  for (const scene of await scenesOf(vitrine, owner, guest))
    if (wanted.length === 0 || wanted.includes(scene.name)) await takeScene(scene);
  const sizes = await Promise.all((await readdir(FOLDER)).map((name) => stat(path.join(FOLDER, name))));
  console.log(
    `${sizes.length} pictures, ${(sizes.reduce((sum, { size }) => sum + size, 0) / 1e6).toFixed(1)} MB`,
  );
} finally {
  await browser.close();
  await vitrine.discard();
}
