import { expect, test } from '@jest/globals';
import { aShare, anInvitation } from '../testing/builders.ts';
import { type Notice, noticeHtml, noticeText } from './notice.ts';
import { deliveryFailed, endedUnopened, endsSoon, linkRequested, unopenedSoon } from './notices.ts';

const NOW = new Date('2026-10-11T14:05:00.000Z');
const share = aShare({ title: 'Autumn\r\n<script>campaign</script>' });
const about = { share, publicUrl: 'https://assets.acme.example', now: NOW };
const lena = anInvitation();
const paul = anInvitation({ email: 'paul@agency.example' });
const END = 'Monday, 12 October 2026 at 14:05 UTC';
const TO_GUESTS = `https://assets.acme.example/shares/${share.shareId}?tab=guests`;

const linksIn = (html: string): (string | undefined)[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link?.replaceAll('&amp;', '&'));
const partsOf = (notice: Notice): string[] => [noticeText(notice), noticeHtml(notice)];

const NOTICES: Record<string, Notice> = {
  asked: linkRequested(about, lena),
  soon: unopenedSoon(about, [lena, paul]),
  ended: endedUnopened(about, [lena]),
  failed: deliveryFailed(about, [{ email: lena.email, reason: '550 <b>No such user</b>' }]),
  'failed of two': deliveryFailed(
    about,
    [lena, paul].map(({ email }) => ({ email, reason: '550' })),
  ),
};

test.each(Object.entries(NOTICES))(
  'when an owner is told (%s), then both parts lead to the guests of the share and nowhere else',
  (_, notice) => {
    expect(notice.subject).toMatch(/lena@agency\.example|2 guests/);
    expect(notice.subject).not.toMatch(/\p{Cc}/u);
    expect(linksIn(noticeHtml(notice))).toEqual([TO_GUESTS]);
    expect(noticeText(notice).split(TO_GUESTS)).toHaveLength(2);
    expect(noticeHtml(notice)).not.toMatch(/<(script|b)>/);
  },
);

test('when a guest is reminded, then both parts say until when, with the one link of theirs', () => {
  const notice = endsSoon(about, lena, 'S'.repeat(43));
  expect(notice.subject).toContain('closes for you tomorrow');
  for (const part of partsOf(notice)) expect(part).toContain(END);
  expect(linksIn(noticeHtml(notice))).toEqual([`https://assets.acme.example/guest/${'S'.repeat(43)}`]);
});

test('when a mail waited so long that the end is near, then nobody is told that it is tomorrow', () => {
  const late = { ...about, now: new Date('2026-10-12T08:00:00.000Z') };
  expect(endsSoon(late, lena, 's').subject).toContain('closes for you soon');
  expect(unopenedSoon(late, [lena]).lead).toBe('Expires soon and was never opened');
});

test('when a guest asks for a link, then the owner reads why the one there is opens nothing', () => {
  const words = (guest = lena, overrides = {}) => linkRequested({ ...about, ...overrides }, guest).words;
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
