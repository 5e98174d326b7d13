import { expect, test } from '@jest/globals';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { newSecret } from '@vitrine/platform/ids/ids.ts';
import { reasonOf } from './reason-of.ts';

test('when a mail server quotes the link, then its secret is cut out, also where a line was broken in it', () => {
  const secret = newSecret();
  const broken = `${secret.slice(0, 20)}=\r\n${secret.slice(20)}`;
  const reason = reasonOf(
    new Error(`554 spam: https://x.example/guest/${secret} or ${broken} found`),
    secret,
  );
  expect(reason).toBe('554 spam: https://x.example/guest/… or … found');
});

test('when a service does not answer, then the owner reads that, and nothing of how we are built', () => {
  expect(reasonOf(new AppError('temporarily-unavailable'), 's')).toBe('A part of the system did not answer.');
});

test('when a mail server answers at length, then the reason is one line of 500 characters at most', () => {
  const reason = reasonOf(new Error('550 no\n'.repeat(200)), newSecret());
  expect(reason).toHaveLength(500);
  expect(reason).not.toContain('\n');
});
