import { expect, test } from '@jest/globals';
import type { MailLanguage } from '@vitrine/contracts';
import { aShare, anInvitation } from '../testing/builders.ts';
import { type Notice, noticeHtml, noticeText } from './notice.ts';
import {
  type About,
  deliveryFailed,
  endedUnopened,
  endsSoon,
  linkRequested,
  unopenedSoon,
} from './notices.ts';
import { wordsIn } from './words-in.ts';

const NOW = new Date('2026-10-11T14:05:00.000Z');
const share = aShare({ title: 'Autumn\r\n<script>campaign</script>' });
const aboutIn = (language: MailLanguage): About => ({
  share,
  publicUrl: 'https://assets.acme.example/',
  now: NOW,
  words: wordsIn(language),
});
const about = aboutIn('en');
const lena = anInvitation();
const paul = anInvitation({ email: 'paul@agency.example' });
const END = 'Monday, 12 October 2026 at 14:05 UTC';
const TO_GUESTS = `https://assets.acme.example/shares/${share.shareId}?tab=guests`;

const linksIn = (html: string): (string | undefined)[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link?.replaceAll('&amp;', '&'));
const partsOf = (notice: Notice, { words } = about): string[] => [
  noticeText(notice, words),
  noticeHtml(notice, words),
];

const noticesIn = (about: About): Record<string, Notice> => ({
  asked: linkRequested(about, lena),
  soon: unopenedSoon(about, [lena, paul]),
  ended: endedUnopened(about, [lena]),
  failed: deliveryFailed(about, [{ email: lena.email, reason: '550 <b>No such user</b>' }]),
  'failed of two': deliveryFailed(
    about,
    [lena, paul].map(({ email }) => ({ email, reason: '550' })),
  ),
});

test.each(Object.entries(noticesIn(about)))(
  'when an owner is told (%s), then both parts lead to the guests of the share and nowhere else',
  (_, notice) => {
    expect(notice.subject).toMatch(/lena@agency\.example|2 guests/);
    expect(notice.subject).not.toMatch(/\p{Cc}/u);
    expect(linksIn(noticeHtml(notice, about.words))).toEqual([TO_GUESTS]);
    expect(noticeText(notice, about.words).split(TO_GUESTS)).toHaveLength(2);
    expect(noticeHtml(notice, about.words)).not.toMatch(/<(script|b)>/);
  },
);

test('when a guest is reminded, then both parts say until when, with the one link of theirs', () => {
  const notice = endsSoon(about, lena, 'S'.repeat(43));
  expect(notice.subject).toContain('closes for you tomorrow');
  for (const part of partsOf(notice)) expect(part).toContain(END);
  expect(linksIn(noticeHtml(notice, about.words))).toEqual([
    `https://assets.acme.example/guest/${'S'.repeat(43)}`,
  ]);
});

test('when a mail waited so long that the end is near, then nobody is told that it is tomorrow', () => {
  const late = { ...about, now: new Date('2026-10-12T08:00:00.000Z') };
  expect(endsSoon(late, lena, 's').subject).toContain('closes for you soon');
  expect(unopenedSoon(late, [lena]).lead).toBe('Expires soon and was never opened');
});

test('when a guest asks for a link, then the owner reads why the one there is opens nothing', () => {
  const words = (guest = lena, overrides = {}) => linkRequested({ ...about, ...overrides }, guest).sentence;
  expect(words(anInvitation({ removedAt: NOW }))).toContain('was removed');
  expect(words(lena, { now: lena.expiresAt })).toContain(`ended on ${END}`);
  expect(words(lena, { share: { ...share, isOpen: false } })).toContain('disabled');
  expect(words()).toContain(`works until ${END}`);
});

test('when many guests never opened it, then the first are named and the others counted', () => {
  const guests = Array.from({ length: 23 }, (_, index) => anInvitation({ email: `g${index}@x.example` }));
  const notice = endedUnopened(about, guests);
  expect(notice.subject).toContain('never opened by 23 guests');
  for (const part of partsOf(notice)) {
    expect(part).toContain('g19@x.example');
    expect(part).toContain('and 3 more');
    expect(part).not.toContain('g20@x.example');
  }
});

test('when an invitation failed, then a reason of ours is in the language of the mail, and that of a mail server as it is', () => {
  const reasons = ['The mail server does not answer.', '550 No such user'];
  const failures = reasons.map((reason) => ({ email: lena.email, reason }));
  const { names } = deliveryFailed(aboutIn('de'), failures);
  expect(names).toEqual([
    `${lena.email}: Der Mailserver antwortet nicht.`,
    `${lena.email}: 550 No such user`,
  ]);
});

test('when an owner or a guest is written to in German, then subject and both parts are German', () => {
  const german = aboutIn('de');
  const { asked, soon, ended, failed, ...more } = noticesIn(german);
  const notices = {
    asked,
    soon,
    ended,
    failed,
    two: more['failed of two'],
    reminder: endsSoon(german, lena, 's'),
  };
  const subjects = Object.values(notices).map((notice) => notice?.subject);
  expect(subjects).toEqual([
    'lena@agency.example bittet um einen neuen Link zu „Autumn <script>campaign</script>“',
    '„Autumn <script>campaign</script>“ läuft morgen ab und wurde von 2 Gästen nie geöffnet',
    '„Autumn <script>campaign</script>“ ist abgelaufen und wurde von lena@agency.example nie geöffnet',
    'Die Einladung an lena@agency.example konnte nicht zugestellt werden',
    'Die Einladungen an 2 Gäste konnten nicht zugestellt werden',
    '„Autumn <script>campaign</script>“ schließt morgen für Sie',
  ]);
  for (const notice of Object.values(notices)) {
    if (notice === undefined) continue;
    const [text = '', html = ''] = partsOf(notice, german);
    expect(html).toContain('<html lang="de" dir="ltr">');
    expect(html).toMatch(/>(Gäste|Freigabe) öffnen</);
    for (const part of [text, html]) expect(part).not.toMatch(/\b(the|link works|Guests|Open|until)\b/);
  }
  const END_IN_GERMAN = 'Montag, 12. Oktober 2026 um 14:05 UTC';
  for (const notice of [soon, ended, notices.reminder])
    if (notice) for (const part of partsOf(notice, german)) expect(part).toContain(END_IN_GERMAN);
});
