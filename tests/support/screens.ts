import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from './api-person.ts';
import { type Journey, openJourney } from './browser-journey.ts';
import { expireGuest } from './expire-guest.ts';
import { assetsOf, fitAssetsOf, mailTo, tokenIn } from './main-job.ts';
import type { Portal } from './portal.ts';

const GUEST = 'rita@gallery.example';
const EXPIRED = 'otis@gallery.example';

/** A portal with a share and its guests, for tests that look at every screen. */
export interface Screens {
  journey: Journey;
  /** Mia's, whose share it is. */
  window: Portal;
  fit: AssetView[];
  unfit: AssetView[];
  share: ShareView;
  /** Opens a page of the portal. */
  open: (path: string, window?: Portal) => Promise<unknown>;
  windowOf: (email: string) => Promise<Portal>;
  newWindow: () => Promise<Portal>;
  /** Switches the share off, and on again when it was looked at, whatever was seen. */
  whileClosed: (look: () => Promise<void>) => Promise<void>;
  /** Where the links of the mails lead to. */
  links: { guest: string; expired: string };
}

const patient = (window: Portal): Portal => {
  return window;
};

const linkOf = async (url: string, address: string): Promise<string> =>
  `/guest/${tokenIn(await mailTo(url, address))}`;

const enable = async (owner: ApiPerson, { id }: ShareView, enabled: boolean): Promise<void> => {
  const { status, body } = await owner.request('PATCH', `/shares/${id}`, { enabled });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
};

/** Null where there is no browser. */
export const openScreens = async (title: string): Promise<Screens | null> => {
  const journey = await openJourney();
  if (journey === null) return null;
  const { url } = journey.vitrine;
  const mia = await signedIn(url, 'mia@demo.test');
  const fit = (await fitAssetsOf(mia)).slice(0, 4);
  const unfit = (await assetsOf(mia)).filter((asset) => !asset.downloadable || !asset.shareable).slice(0, 2);
  const { share } = await mia.post<{ share: ShareView }>('/shares', {
    title,
    description: 'The first pictures.',
    assetIds: fit.slice(0, 3).map(({ id }) => id),
    guests: [{ email: GUEST }, { email: EXPIRED }],
    durationDays: 7,
  });
  const links = { guest: await linkOf(url, GUEST), expired: await linkOf(url, EXPIRED) };
  await expireGuest(journey.vitrine, EXPIRED);
  const window = patient(await journey.windowOf('mia@demo.test'));
  return {
    journey,
    window,
    fit,
    unfit,
    share,
    links,
    open: (path, { page } = window) => page.goto(`${url}${path}`),
    windowOf: async (email) => patient(await journey.windowOf(email)),
    newWindow: async () => patient(await journey.newWindow()),
    whileClosed: async (look) => {
      await enable(mia, share, false);
      try {
        await look();
      } finally {
        await enable(mia, share, true);
      }
    },
  };
};
