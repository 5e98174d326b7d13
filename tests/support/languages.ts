import type { SessionView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { signedIn } from './api-person.ts';
import { mailTo } from './main-job.ts';
import { until } from './until.ts';

/** The subjects of what a known guest and a new one get of a share that Mia makes in English. */
export const subjectsOfEnglishShare = async (
  url: string,
  { title, assetId, known, fresh }: { title: string; assetId: string; known: string; fresh: string },
): Promise<{ known: string; fresh: string }> => {
  const mia = await signedIn(url, 'mia@demo.test');
  const guests = [{ email: known }, { email: fresh }];
  await mia.post('/shares', { assetIds: [assetId], durationDays: 3, language: 'en', title, guests });
  const subjectTo = (address: string) =>
    until(`a mail of ${title}`, async () => {
      const { subject } = await mailTo(url, address);
      return subject.includes(title) ? subject : null;
    });
  return { known: await subjectTo(known), fresh: await subjectTo(fresh) };
};

/** Waits until the page has told what it is used in. */
export const languageTold = (page: Page, language: string): Promise<true> =>
  until(`${language} to be told`, async () => {
    const answer = await page.request.get(new URL('/api/v1/session', page.url()).href);
    return ((await answer.json()) as SessionView).user.language === language ? true : null;
  });
