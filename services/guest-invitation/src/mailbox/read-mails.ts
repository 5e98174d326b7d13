import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';

/** A mail that was kept, as the mailbox shows it. */
export interface KeptMail {
  id: string;
  to: string;
  subject: string;
  date: string;
  text: string;
  html: string;
  /** The addresses that it leads to. */
  links: string[];
}

const SUFFIX = '.eml';

const recipients = (to: AddressObject | AddressObject[] | undefined): string =>
  (Array.isArray(to) ? to : to === undefined ? [] : [to]).map(({ text }) => text).join(', ');

const read = async (folder: string, file: string): Promise<KeptMail & { keptAt: number }> => {
  const place = path.join(folder, file);
  const mail = await simpleParser(await readFile(place), { skipImageLinks: true, skipTextToHtml: true });
  const text = mail.text ?? '';
  const keptAt = (await stat(place)).mtimeMs;
  return {
    id: file.slice(0, -SUFFIX.length),
    to: recipients(mail.to),
    subject: mail.subject ?? '',
    date: (mail.date ?? new Date(keptAt)).toISOString(),
    text,
    html: mail.html === false ? '' : (mail.html ?? ''),
    links: text.match(/https?:\/\/\S+/g) ?? [],
    keptAt,
  };
};

/** All mails that were kept, newest first. */
export const readMails = async (folder: string): Promise<KeptMail[]> => {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(SUFFIX));
  const mails = await Promise.all(files.map((file) => read(folder, file)));
  return mails
    .sort((one, other) => other.keptAt - one.keptAt || other.id.localeCompare(one.id))
    .map(({ keptAt: _keptAt, ...mail }) => mail);
};
