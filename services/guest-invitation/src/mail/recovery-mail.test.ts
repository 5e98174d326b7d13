import { expect, test } from '@jest/globals';
import { recoveryMail } from './recovery-mail.ts';
import { wordsIn } from './words-in.ts';

test('when it is in German, then it is written as a letter: after the greeting it goes on in lower case', () => {
  const { text, html } = recoveryMail({
    mailId: '0199b7a0-0000-7000-8000-000000000001',
    to: 'mia@acme.example',
    name: 'Mia Berg',
    words: wordsIn('de'),
    secret: 'A'.repeat(43),
    settings: { publicUrl: 'https://assets.acme.example', from: 'Vitrine <assets@acme.example>' },
  });
  expect(text).toMatch(/^Guten Tag Mia Berg,\n\nfür Ihr Konto/);
  expect(html).toContain('Guten Tag Mia Berg,');
});
