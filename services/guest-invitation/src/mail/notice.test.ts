import { expect, test } from '@jest/globals';
import { aShare, anInvitation } from '../testing/builders.ts';
import { noticeHtml, noticeText } from './notice.ts';
import { linkRequested } from './notices.ts';

const NOW = new Date('2026-10-11T14:05:00.000Z');
const END = 'Monday, 12 October 2026 at 14:05 UTC';
const share = aShare({ title: 'Autumn\r\n<script>campaign</script>' });
const about = { share, publicUrl: 'https://assets.acme.example', now: NOW };
const lena = anInvitation();
const TO_GUESTS = `https://assets.acme.example/shares/${share.shareId}?tab=guests`;

const linksIn = (html: string): (string | undefined)[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link?.replaceAll('&amp;', '&'));

test('when an owner is told, then both parts lead to the guests of the share and nowhere else', () => {
  const notice = linkRequested(about, lena);
  expect(notice.subject).toBe(
    'lena@agency.example asks for a new link to “Autumn <script>campaign</script>”',
  );
  expect(linksIn(noticeHtml(notice))).toEqual([TO_GUESTS]);
  expect(noticeText(notice).split(TO_GUESTS)).toHaveLength(2);
  expect(noticeHtml(notice)).not.toContain('<script>');
  for (const part of [noticeHtml(notice), noticeText(notice)]) expect(part).toContain('lena@agency.example');
});

test('when a guest asks for a link, then the owner reads why the one there is opens nothing', () => {
  const words = (guest = lena, overrides = {}) => linkRequested({ ...about, ...overrides }, guest).words;
  expect(words(anInvitation({ removedAt: NOW }))).toContain('was removed');
  expect(words(lena, { now: lena.expiresAt })).toContain(`ended on ${END}`);
  expect(words(lena, { share: { ...share, isOpen: false } })).toContain('disabled');
  expect(words()).toContain(`works until ${END}`);
});
