import { randomBytes } from 'node:crypto';
import {
  type ApiToken,
  type DownloadView,
  type GuestView,
  type ManagedUser,
  type OwnSession,
  type SessionView,
  type GuestBrowser,
  type ShareView,
  TUS,
} from '@vitrine/contracts';
import { hashOfSecret, newId } from '@vitrine/platform/ids/ids.ts';
import type { ApiPerson } from '../support/api-person.ts';
import { PNG, fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import type { Cast } from './cast.ts';
import { guestAt } from './cast.ts';

/** What a request can name: ids and secrets of one asset, one share and what hangs on them. */
export interface Things {
  assetId: string;
  domainId: string;
  /** Somebody of the account whom nothing hangs on. */
  userId: string;
  shareId: string;
  guestId: string;
  downloadId: string;
  uploadId: string;
  /** Names a session of the owner, and opens none. */
  sessionId: string;
  /** Names a session of the guest. */
  guestSessionId: string;
  /** Names an API token of the owner. */
  tokenId: string;
  ticket: string;
  guestTicket: string;
  token: string;
}

/** Words that stand in the share alone, and tell whoever reads them that it was seen. */
export const MARKS = {
  title: 'Kestrel before the launch',
  description: 'A description that strangers never read',
  guest: 'rita@kestrel.example',
} as const;

const OTHER_GUEST = 'olga@other.example';

const ticketOf = ({ url }: DownloadView): string => /\/d\/([\w-]+)/.exec(url)?.[1] ?? '';

/** How an upload of eight bytes begins, in tus 1.0. */
export const beginningOf = (domainId: string): Record<string, string> => ({
  'tus-resumable': TUS.version,
  'upload-length': '8',
  'upload-metadata': `filename ${btoa('resumed.bin')},domainId ${btoa(domainId)}`,
});

/** An asset of the domain Brand. */
export const freshAsset = async (owner: ApiPerson, domainId: string): Promise<string> => {
  const content = Buffer.concat([PNG, randomBytes(8)]);
  const { body } = await owner.upload({ fileName: 'fresh.png', content, domainId });
  return String(body['id']);
};

/** A user of the account who belongs nowhere. */
const freshUser = async (administrator: ApiPerson): Promise<string> => {
  const email = `fresh-${randomBytes(6).toString('hex')}@demo.test`;
  const answer = await administrator.post<{ user: ManagedUser }>('/admin/users', { email, name: 'Fresh' });
  return answer.user.id;
};

/** A resumable upload into the domain that has begun. */
export const freshUpload = async (owner: ApiPerson, domainId: string): Promise<string> => {
  const response = await owner.fetch('/api/v1/uploads', { method: 'POST', headers: beginningOf(domainId) });
  return response.headers.get('location')?.split('/').pop() ?? '';
};

/** What names the session that somebody asks with. */
export const ownSessionOf = async (person: ApiPerson): Promise<string> =>
  (await person.get<{ items: OwnSession[] }>('/sessions')).items.find(({ isCurrent }) => isCurrent)?.id ?? '';

const namedSessions = new Set<string>();

/** What names a session of a guest, each time another one of those that are open. */
export const guestSessionOf = async (
  owner: ApiPerson,
  { shareId, guestId }: Pick<Things, 'shareId' | 'guestId'>,
): Promise<string> => {
  const path = `/shares/${shareId}/guests/${guestId}/sessions`;
  const { items } = await owner.get<{ items: GuestBrowser[] }>(path);
  const id = items.find((each) => !namedSessions.has(each.id))?.id ?? '';
  namedSessions.add(id);
  return id;
};

/** What names an API token that somebody made. */
export const freshToken = async (person: ApiPerson): Promise<string> => {
  const wanted = { name: 'Fresh', scopes: ['read'], durationDays: 1 };
  return (await person.post<{ token: ApiToken }>('/tokens', wanted)).token.id;
};

export const freshShare = async (owner: ApiPerson, assetId: string): Promise<string> =>
  (await owner.post<{ share: ShareView }>('/shares', { title: 'Fresh', assetIds: [assetId] })).share.id;

export const freshGuest = async (owner: ApiPerson, shareId: string): Promise<string> => {
  const email = `fresh-${randomBytes(6).toString('hex')}@other.example`;
  const { invited } = await owner.post<{ invited: GuestView[] }>(`/shares/${shareId}/guests`, {
    guests: [{ email }],
    durationDays: 1,
  });
  return invited[0]?.id ?? '';
};

/** Makes the shared thing, and lets its guests in: those of the cast who are guests by it. */
export const makeThings = async (url: string, cast: Omit<Cast, 'guest' | 'guest of another'>) => {
  const { owner } = cast;
  const { domains } = await owner.get<SessionView>('/session');
  const domainId = domains.find(({ name }) => name === 'Brand')?.id ?? '';
  const fit = (await fitAssetsOf(owner)).filter((each) => each.domainId === domainId);
  // One with pages too.
  const asset = fit.find(({ kind }) => kind === 'pdf');
  const other = fit.find(({ id }) => id !== asset?.id);
  const assetId = asset?.id ?? '';
  const { share } = await owner.post<{ share: ShareView }>('/shares', {
    title: MARKS.title,
    description: MARKS.description,
    assetIds: [assetId],
    guests: [{ email: MARKS.guest }, { email: 'petra@demo.test' }],
    durationDays: 7,
  });
  await owner.post('/shares', {
    title: 'Another share',
    assetIds: [other?.id],
    guests: [{ email: OTHER_GUEST }],
    durationDays: 7,
  });
  const guests = {
    guest: await guestAt(url, MARKS.guest),
    'guest of another': await guestAt(url, OTHER_GUEST),
  };
  await mailTo(url, 'petra@demo.test');
  const prepare = (person: ApiPerson) => person.post<DownloadView>('/downloads', { assetIds: [assetId] });
  const [download, guestDownload] = [await prepare(owner), await prepare(guests.guest)];
  const listed = await owner.get<{ items: GuestView[] }>(`/shares/${share.id}/guests`);
  const guestId = listed.items.find(({ email }) => email === MARKS.guest)?.id ?? '';
  const things: Things = {
    assetId,
    domainId,
    userId: await freshUser(cast.administrator),
    shareId: share.id,
    guestId,
    downloadId: download.id,
    uploadId: await freshUpload(owner, domainId),
    sessionId: await ownSessionOf(owner),
    guestSessionId: await guestSessionOf(owner, { shareId: share.id, guestId }),
    tokenId: await freshToken(owner),
    ticket: ticketOf(download),
    guestTicket: ticketOf(guestDownload),
    token: tokenIn(await mailTo(url, MARKS.guest)),
  };
  return { things, guests };
};

const aSecret = (): string => randomBytes(32).toString('base64url');

/** The same kinds of ids and secrets, of nothing. */
export const unknownThings = (): Things => ({
  assetId: newId(),
  domainId: newId(),
  userId: newId(),
  shareId: newId(),
  guestId: newId(),
  downloadId: newId(),
  uploadId: newId(),
  sessionId: hashOfSecret(aSecret()),
  guestSessionId: hashOfSecret(aSecret()),
  tokenId: newId(),
  ticket: aSecret(),
  guestTicket: aSecret(),
  token: aSecret(),
});
