import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AddressObject } from 'mailparser';

/** A mail that was kept, as the mailbox shows it. */
export interface KeptMail {
  id: string;
  to: string;
  subject: string;
  date: string;
  text: string;
  html: string;
  /** The addresses that it leads to; what a person wrote like an address is none. */
  links: string[];
}

/** A mail and when its file was written. */
interface Read {
  mail: KeptMail;
  keptAt: number;
}

const SUFFIX = '.eml';

/** Reads all mails of a folder, newest first. What was read once is read again only where its file changed. */
export const createMailReader = (folder: string): (() => Promise<KeptMail[]>) => {
  const known = new Map<string, Read>();
  const readOnce = async (file: string): Promise<Read> => {
    const { mtimeMs } = await stat(path.join(folder, file));
    const before = known.get(file);
    if (before?.keptAt === mtimeMs) return before;
    const now = { mail: await read(folder, file), keptAt: mtimeMs };
    known.set(file, now);
    return now;
  };
  return async () => {
    const all: Read[] = [];
    for (const file of await mailFilesIn(folder)) all.push(await readOnce(file));
    return all
      .sort((one, other) => other.keptAt - one.keptAt || other.mail.id.localeCompare(one.mail.id))
      .map(({ mail }) => mail);
  };
};

/** None in a folder that is not there: nothing was sent yet. */
const mailFilesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(SUFFIX));

const read = async (folder: string, file: string): Promise<KeptMail> => {
  const bytes = await readFile(path.join(folder, file));
  // Loaded when somebody looks: it takes memory that most processes never need.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(bytes, { skipImageLinks: true, skipTextToHtml: true });
  const html = mail.html === false ? '' : (mail.html ?? '');
  return {
    id: file.slice(0, -SUFFIX.length),
    to: recipients(mail.to),
    subject: mail.subject ?? '',
    date: (mail.date ?? new Date(0)).toISOString(),
    text: mail.text ?? '',
    html,
    links: [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    ),
  };
};

const recipients = (to: AddressObject | AddressObject[] | undefined): string =>
  (Array.isArray(to) ? to : to === undefined ? [] : [to]).map(({ text }) => text).join(', ');
