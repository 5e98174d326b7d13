import type { BrowserContext } from 'playwright-core';
import { type ApiPerson, anApiPerson, signedIn } from './api-person.ts';
import { fitAssetsOf, mailTo, tokenIn } from './main-job.ts';

/** A page that somebody opens first, and what their browser sends along. */
export interface FirstPage {
  name: string;
  url: string;
  cookie: string;
}

const GUEST = 'rita@gallery.example';
const PICTURES = 9;

/** A guest of a share of some pictures, who opened it. */
const visitor = async (origin: string, owner: ApiPerson): Promise<ApiPerson> => {
  const pictures = (await fitAssetsOf(owner)).filter(({ thumbnailUrl }) => thumbnailUrl !== null);
  await owner.post('/shares', {
    title: 'Autumn for the press',
    description: 'The pictures of the new collection, for your autumn issue. Please name the photographer.',
    assetIds: pictures.slice(0, PICTURES).map(({ id }) => id),
    guests: [{ email: GUEST }],
    durationDays: 7,
  });
  const guest = anApiPerson(origin);
  await guest.post('/guest/session', { token: tokenIn(await mailTo(origin, GUEST)) });
  return guest;
};

/** The assets page of somebody who is signed in, and the page of a guest, on a system with the demo. */
export const firstPagesOf = async (origin: string): Promise<FirstPage[]> => {
  const owner = await signedIn(origin, 'mia@demo.test');
  const guest = await visitor(origin, owner);
  return [
    { name: 'assets page', url: `${origin}/`, cookie: owner.cookie() },
    { name: 'guest page', url: `${origin}/guest`, cookie: guest.cookie() },
  ];
};

/** Gives a browser the session of somebody who speaks HTTP. */
export const carrySession = (context: BrowserContext, origin: string, cookie: string): Promise<void> =>
  context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: origin };
    }),
  );
