import { createHash } from 'node:crypto';
import type { AssetView, ShareView } from '@vitrine/contracts';
import type { ApiPerson } from './api-person.ts';
import { until } from './until.ts';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  links: string[];
}
/** An asset as a share shows it. */
export type Shared = Omit<AssetView, 'domainId' | 'tags'> & { reason: string | null };

/** One white pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const assetsOf = async (person: ApiPerson, query = ''): Promise<AssetView[]> =>
  (await person.get<Page<AssetView>>(`/assets?limit=200${query}`)).items;

/** Small files that may be taken and shared. */
export const fitAssetsOf = async (person: ApiPerson): Promise<AssetView[]> =>
  (await assetsOf(person)).filter(
    ({ downloadable, shareable, byteSize }) => downloadable && shareable && byteSize < 5_000_000,
  );

interface WantedShare {
  title: string;
  assets: readonly AssetView[];
  guests?: { email: string }[];
}

/** A new share of somebody's; whom it names as guests has it for a week. */
export const shareOf = async (
  person: ApiPerson,
  { title, assets, guests }: WantedShare,
): Promise<ShareView> => {
  const invitation = guests === undefined ? {} : { guests, durationDays: 7 };
  const request = { title, assetIds: assets.map(({ id }) => id), ...invitation };
  return (await person.post<{ share: ShareView }>('/shares', request)).share;
};

export const bytesAt = async (person: ApiPerson, path: string): Promise<Buffer> =>
  Buffer.from(await (await person.fetch(path)).arrayBuffer());

/** Waits for the newest mail to somebody, as `/mailbox` keeps it. */
export const mailTo = (origin: string, address: string): Promise<Mail> =>
  until(`a mail to ${address}`, async () => {
    const mails = (await (await fetch(`${origin}/mailbox.json`)).json()) as Mail[];
    return mails.find(({ to }) => to.includes(address)) ?? null;
  });

/** The secret in the one link of an invitation. */
export const tokenIn = ({ links }: Mail): string =>
  /\/guest\/([A-Za-z0-9_-]+)$/.exec(links[0] ?? '')?.[1] ?? 'no link';

/** The newest code that was sent to somebody. */
export const codeTo = (origin: string, address: string): Promise<string> =>
  until(`a code to ${address}`, async () => {
    const mails = (await (await fetch(`${origin}/mailbox.json`)).json()) as Mail[];
    const mail = mails.find(({ to, subject }) => to.includes(address) && subject.startsWith('Your code'));
    return /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? null;
  });
