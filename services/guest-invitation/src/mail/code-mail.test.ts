import { expect, test } from '@jest/globals';
import { codeMail } from './code-mail.ts';
import { wordsIn } from './words-in.ts';

const aMail = (language: 'en' | 'de') =>
  codeMail({
    mailId: 'm',
    to: 'lena@agency.example',
    title: 'Autumn\ncampaign',
    code: '012345',
    words: wordsIn(language),
    settings: { publicUrl: 'https://assets.acme.example', from: 'Vitrine <assets@acme.example>' },
  });

test.each([
  ['en', 'Your code to open “Autumn campaign”', '10 minutes'],
  ['de', 'Ihr Code zum Öffnen von „Autumn campaign“', '10 Minuten'],
] as const)('when a code is sent in %s, then all of its mail is', (language, subject, minutes) => {
  const mail = aMail(language);
  expect(mail).toMatchObject({ language, subject });
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('012345');
    expect(part).toContain(minutes);
  }
  expect(mail.html).toContain(`<html lang="${language}" dir="ltr">`);
  expect(mail.html).not.toContain('href=');
});
