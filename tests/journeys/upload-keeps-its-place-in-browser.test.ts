import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { UploadView } from '@vitrine/contracts';
import { type FaultyLink, openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { signInOver } from '../support/ended-session.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const PATIENCE_MS = 50_000;
/** More than is sent by a form, and at this pace some 17 s. */
const BYTE_SIZE = 50_000_000;
const BYTES_PER_SECOND = 3_000_000;
const AT_ONCE = 1e12;

let journey: Journey | null = null;
let noah: ApiPerson;
let folder: string;
let link: FaultyLink;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-files-'));
  link = await openFaultyLink({ port: Number(new URL(journey.vitrine.url).port) });
}, 180_000);
afterAll(async () => {
  if (journey !== null) await link.close();
  await journey?.close();
  if (journey !== null) await rm(folder, { recursive: true });
});

const keptByteSize = async () => {
  const { items } = await noah.get<{ items: UploadView[] }>('/uploads');
  return items[0]?.receivedByteSize ?? 0;
};

/** A window that has sent a part of a file when its line is cut, and the uploads that it begins. */
const brokenOff = async (fileName: string) => {
  noah = await signedIn(journey!.vitrine.url, 'noah@demo.test');
  await writeFile(path.join(folder, fileName), randomBytes(BYTE_SIZE));
  const { page, close } = await journey!.windowOf('noah@demo.test');
  await page.goto(link.through(journey!.vitrine.url));
  const begun: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/uploads')) begun.push(request.url());
  });
  link.throttle(BYTES_PER_SECOND);
  const chosen = page.waitForEvent('filechooser');
  await portal.button(page, 'Upload').click();
  await (await chosen).setFiles(path.join(folder, fileName));
  await until('a part is kept', async () => ((await keptByteSize()) > 0 ? true : null), PATIENCE_MS);
  link.cut();
  return { page, close, begun };
};

const heal = () => {
  link.heal();
  link.throttle(AT_ONCE);
};

const isWhole = async (page: portal.Portal['page']) => {
  const uploads = page.getByRole('region', { name: 'Uploads', exact: true });
  await uploads.getByText('1 file uploaded').waitFor();
  await page.getByRole('region', { name: 'Unfinished uploads' }).waitFor({ state: 'detached' });
};

inBrowser(
  'an upload whose line and session were lost goes on where it was, once somebody signed in',
  async () => {
    const { page, begun, close } = await brokenOff('overnight.bin');
    await noah.request('DELETE', '/sessions');
    heal();
    await signInOver(page).waitFor();
    await portal.fillSignIn(signInOver(page), 'noah@demo.test');
    await isWhole(page);
    expect(begun).toHaveLength(1);
    await close();
  },
);

inBrowser(
  'an upload goes on where it was though the portal could not say at once how far that is',
  async () => {
    noah = await signedIn(journey!.vitrine.url, 'noah@demo.test');
    const { page, begun, close } = await brokenOff('busy.bin');
    const isBusy = (asked: number) => asked < 2;
    let asked = 0;
    await page.route(/\/uploads\/[^/]+$/, (route) =>
      route.request().method() === 'HEAD' && isBusy(asked++)
        ? route.fulfill({ status: 503 })
        : route.fallback(),
    );
    heal();
    await isWhole(page);
    expect(asked).toBeGreaterThan(2);
    expect(begun).toHaveLength(1);
    await close();
  },
);
