import { activityContract } from './activity.ts';
import { administrationContract } from './administration.ts';
import { assetsContract } from './assets.ts';
import { auditContract } from './audit.ts';
import { bouncesContract } from './bounces.ts';
import { downloadsContract } from './downloads.ts';
import { guestAccessContract, guestSessionContract } from './guest-access.ts';
import { guestBrowsersContract } from './guest-browsers.ts';
import { guestsContract } from './guests.ts';
import { sessionContract } from './session.ts';
import { sharesContract } from './shares.ts';
import { tokensContract } from './tokens.ts';
import { uploadsContract } from './uploads.ts';
import { usersContract } from './users.ts';

/** The whole public HTTP interface under `/api/v1`, but for the routes that carry bytes (byte-routes.ts). */
export const publicContract = {
  session: sessionContract,
  tokens: tokensContract,
  users: usersContract,
  assets: assetsContract,
  uploads: uploadsContract,
  downloads: downloadsContract,
  shares: sharesContract,
  guests: guestsContract,
  guestBrowsers: guestBrowsersContract,
  guestSession: guestSessionContract,
  guest: guestAccessContract,
  bounces: bouncesContract,
  activity: activityContract,
  audit: auditContract,
  administration: administrationContract,
};
