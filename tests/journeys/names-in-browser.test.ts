import { afterAll, beforeAll, expect } from '@jest/globals';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { uploaded } from '../support/playing.ts';
import { tile } from '../support/portal.ts';

let journey: Journey | null = null;

beforeAll(async () => {
  journey = await openJourney();
}, 180_000);
afterAll(() => journey?.close());

inBrowser(
  'of a name that is too long the beginning and the extension are seen, whichever way it is written',
  async () => {
    const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
    const end = 'for-the-press-and-for-print-2026';
    const names = [`autumn-pictures-${end}.txt`, 'תמונות-מוצר-לסתיו-לעיתונות-ולדפוס-מאושר-2026.txt'];
    for (const name of names) await uploaded(mia, name, Buffer.from(name));
    const { page, close } = await journey!.windowOf('mia@demo.test');
    await page.setViewportSize({ width: 390, height: 844 });
    for (const name of names) {
      const shown = tile(page, name).getByTitle(name, { exact: true });
      await shown.waitFor();
      // As text: it runs in the page.
      const isSeen = await page.evaluate<boolean[]>(
        `(() => {
        const name = document.querySelector('article [title=${JSON.stringify(name)}]');
        const seen = (part, at) => {
          const letter = document.createRange();
          letter.setStart(part.firstChild, at);
          letter.setEnd(part.firstChild, at + 1);
          const { left, right } = letter.getBoundingClientRect();
          const box = part.getBoundingClientRect();
          return left >= box.left - 1 && right <= box.right + 1;
        };
        const [head, tail] = name.children;
        return [head.scrollWidth > head.clientWidth, seen(head, 0), seen(tail, tail.textContent.length - 1)];
      })()`,
      );
      expect({ name, isSeen }).toEqual({ name, isSeen: [true, true, true] });
    }
    await close();
  },
);

inBrowser('a line that is cut is read whole by whoever points at it', async () => {
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const { id } = await uploaded(mia, 'titled.txt', Buffer.from('titled'));
  const title = 'The pictures of the autumn collection that the press may print from October on';
  expect((await mia.request('PATCH', `/assets/${id}`, { title })).status).toBe(200);
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${journey!.vitrine.url}/?layout=list&q=titled`);
  const row = tile(page, 'titled.txt');
  await row.getByText(title).hover();
  await row.getByTitle(title, { exact: true }).waitFor();
  await close();
});
