import { expect, test } from '@jest/globals';
import { aBounce } from '../testing/a-bounce.ts';
import { readBounce } from './read-bounce.ts';

const to = 'bounces+1@acme.example';

test('when a mail server gives up, then the reason is its own words, in one line', async () => {
  expect(await readBounce(aBounce({ to }))).toEqual({
    recipients: [to],
    reason: '550 5.1.1 <lena@agency.example>: User unknown in virtual mailbox table',
  });
});

test('when it says no more than a status, then that is the reason', async () => {
  const bounce = await readBounce(aBounce({ to, diagnostic: null }));
  expect(bounce?.reason).toBe('5.1.1');
});

test('when it quotes the link that it refused, then the secret is left out', async () => {
  const diagnostic = 'smtp; 554 refused because of https://acme.example/guest/c2VjcmV0 in it';
  const bounce = await readBounce(aBounce({ to, diagnostic }));
  expect(bounce?.reason).not.toContain('c2VjcmV0');
  expect(bounce?.reason).toContain('554 refused');
});

test.each([
  ['is late', aBounce({ to, action: 'delayed' })],
  ['was delivered', aBounce({ to, action: 'delivered' })],
  ['was read', aBounce({ to, reportType: 'disposition-notification' })],
  [
    'is answered by somebody away',
    `To: ${to}\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\n`,
  ],
  ['has no sense', '\0\0 nothing of a mail'],
  ['is empty', ''],
])('when what returns says that the mail %s, then it did not fail', async (_what, message) => {
  expect(await readBounce(message)).toBeNull();
});
