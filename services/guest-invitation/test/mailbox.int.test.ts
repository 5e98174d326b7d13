import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Listening, listen } from '@vitrine/platform/http/listen.ts';
import { answerError } from '@vitrine/platform/http/send-problem.ts';
import { newId, newSecret } from '@vitrine/platform/ids/ids.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import express from 'express';
import { invitationMail } from '../src/mail/invitation-mail.ts';
import { createMailboxTransport } from '../src/mail/mailbox-transport.ts';
import type { Mail } from '../src/mail/transport.ts';
import { wordsIn } from '../src/mail/words-in.ts';
import { mailboxRoutes } from '../src/mailbox/mailbox-routes.ts';
import { aShare, anInvitation } from '../src/testing/builders.ts';

interface Kept {
  id: string;
  to: string;
  subject: string;
  date: string;
  text: string;
  links: string[];
}

let root: string;
let folder: string;
let server: Listening;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'vitrine-mailbox-'));
  folder = path.join(root, 'mailbox');
  const app = express().use(mailboxRoutes(folder)).use(answerError(quietLog));
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await server.close(0);
  await rm(root, { recursive: true });
});

const SETTINGS = { publicUrl: 'http://localhost:8080', from: 'Vitrine <vitrine@localhost.example>' };

const send = async (parts: Partial<Parameters<typeof invitationMail>[0]> = {}): Promise<Mail> => {
  const secret = newSecret();
  const said = { words: wordsIn('en'), settings: SETTINGS };
  const facts = { mailId: newId(), invitation: anInvitation(), share: aShare(), secret, ...said };
  const mail = invitationMail({ ...facts, ...parts });
  await createMailboxTransport(folder).send(mail);
  return mail;
};
const ask = (place: string) => fetch(`http://127.0.0.1:${server.port}${place}`);
const kept = async () => (await (await ask('/mailbox.json')).json()) as Kept[];
const linkIn = ({ text }: Mail): string => /http\S+\/guest\/\S+/.exec(text)?.[0] ?? '';

test('when no mail was sent, then the mailbox is empty and says what comes there', async () => {
  expect(await kept()).toEqual([]);
  const page = await ask('/mailbox');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('No mail yet');
});

test('when mails were sent, then they come back as they were, the newest first, each with its one link', async () => {
  const first = await send();
  const second = await send({
    invitation: anInvitation({ email: 'paul@agency.example', message: 'See https://elsewhere.example/x' }),
    share: aShare({ title: 'Größe & <Wärme>' }),
  });
  const mails = await kept();
  expect(mails.map(({ to }) => to)).toEqual(['paul@agency.example', 'lena@agency.example']);
  expect(mails.map(({ subject }) => subject)).toEqual([second.subject, first.subject]);
  expect(mails.map(({ links }) => links)).toEqual([[linkIn(second)], [linkIn(first)]]);
  expect(mails[0]?.text).toContain('See https://elsewhere.example/x');
  expect(Date.now() - Date.parse(mails[0]?.date ?? '')).toBeLessThan(60_000);
});

test('when the page is opened, then it lists every recipient and shows the newest mail with a link to follow', async () => {
  const first = await send();
  const second = await send({ invitation: anInvitation({ email: 'paul@agency.example' }) });
  const newest = await (await ask('/mailbox')).text();
  expect(newest).toContain('lena@agency.example');
  expect(newest).toContain('paul@agency.example');
  expect(newest).toContain(`href="${linkIn(second)}"`);
  expect(newest).not.toContain(linkIn(first));
  const [, older] = await kept();
  const chosen = await (await ask(`/mailbox/${older?.id ?? ''}`)).text();
  expect(chosen).toContain(`href="${linkIn(first)}"`);
  expect((await ask(`/mailbox/${newId()}`)).status).toBe(404);
  expect((await ask('/mailbox/..%2F..%2Fetc%2Fpasswd')).status).toBe(404);
});

test('when people typed markup, then the page shows it as text, and nothing in it could run', async () => {
  const ownerName = '<img src=x onerror=alert(1)>';
  await send({
    share: aShare({ title: '</title><script>alert(1)</script>', ownerName }),
    invitation: anInvitation({ message: '</table></main><script>alert(2)</script>' }),
  });
  const page = await ask('/mailbox');
  expect(await page.text()).not.toMatch(/<script|<img/);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('cache-control')).toBe('no-store');
});

test('when the same mail is handed over again, then it stands there once, with the newer link', async () => {
  const mailId = newId();
  await send({ mailId });
  await kept();
  const again = await send({ mailId });
  expect((await kept()).map(({ links }) => links)).toEqual([[linkIn(again)]]);
});

test('when mails are kept, then only who runs the system can read the files, and none is half-written', async () => {
  await Promise.all(Array.from({ length: 20 }, () => send()));
  const files = await readdir(folder);
  expect(files).toHaveLength(20);
  for (const file of files) {
    expect(file).toMatch(/^[\da-f-]{36}\.eml$/);
    expect((await stat(path.join(folder, file))).mode & 0o077).toBe(0);
  }
  expect((await stat(folder)).mode & 0o077).toBe(0);
});
