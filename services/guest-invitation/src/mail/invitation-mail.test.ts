import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aShare, anInvitation } from '../testing/builders.ts';
import { invitationMail } from './invitation-mail.ts';
import { wordsIn } from './words-in.ts';

const SETTINGS = { publicUrl: 'https://assets.acme.example', from: 'Vitrine <assets@acme.example>' };
const SECRET = 'A'.repeat(43);
const LINK = `https://assets.acme.example/guest/${SECRET}`;

const aMail = (parts: Partial<Parameters<typeof invitationMail>[0]> = {}) =>
  invitationMail({
    mailId: '0199b7a0-0000-7000-8000-000000000001',
    invitation: anInvitation(),
    share: aShare(),
    secret: SECRET,
    words: wordsIn('en'),
    settings: SETTINGS,
    ...parts,
  });
const linksIn = (html: string): (string | undefined)[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);

test('when a guest is invited, then the mail says who, what, how much and until when, with one link', () => {
  const mail = aMail({ invitation: anInvitation({ message: 'Have a look!\nMia' }) });
  expect(mail).toMatchObject({
    messageId: '0199b7a0-0000-7000-8000-000000000001@assets.acme.example',
    from: SETTINGS.from,
    to: 'lena@agency.example',
    language: 'en',
    subject: 'Mia Berg shared “Autumn campaign” with you',
  });
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('Mia Berg');
    expect(part).toContain('Autumn campaign');
    expect(part).toContain('12 files');
    expect(part).toContain('Monday, 12 October 2026 at 14:05 UTC');
    expect(part).toContain('Have a look!');
    expect(part.split(LINK)).toHaveLength(2);
    expect(part).not.toContain('under Shares');
  }
  expect(linksIn(mail.html)).toEqual([LINK]);
});

test('when it is in German, then all of it is, but for what people wrote', () => {
  const share = aShare({ assetCount: 1_234, description: 'What we took' });
  const invitation = anInvitation({ message: 'Have a look!', kind: 'internal', secretVersion: 2 });
  const mail = aMail({ share, invitation, words: wordsIn('de') });
  expect(mail).toMatchObject({
    language: 'de',
    subject: 'Mia Berg hat „Autumn campaign“ mit Ihnen geteilt',
  });
  expect(mail.html).toContain('<html lang="de" dir="ltr">');
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('1.234 Dateien');
    expect(part).toContain('Montag, 12. Oktober 2026 um 14:05 UTC');
    expect(part).toContain('Freigabe öffnen');
    expect(part).toContain('unter Freigaben');
    expect(part).toContain('Der Link in unserer früheren E-Mail öffnet nichts mehr.');
    expect(part).toContain('Have a look!');
    expect(part).toContain('What we took');
    expect(part.split(LINK)).toHaveLength(2);
  }
  expect(mail.text).toContain('„Have a look!“');
  const oneFile = aMail({ share: aShare({ assetCount: 1 }), words: wordsIn('de') });
  expect(oneFile.text).toContain('1 Datei,');
});

test('when the guest is a user, then the mail tells that the share also stands under Shares', () => {
  const mail = aMail({ invitation: anInvitation({ kind: 'internal' }) });
  for (const part of [mail.text, mail.html]) expect(part).toContain('under Shares');
  expect(linksIn(mail.html)).toEqual([LINK]);
});

test('when the link is not the first one, then the mail says that the one before is dead', () => {
  const again = aMail({ invitation: anInvitation({ secretVersion: 2 }) });
  for (const part of ['text', 'html'] as const) {
    expect(again[part]).toContain('The link in our earlier mail does not open anything any more.');
    expect(aMail()[part]).not.toContain('earlier mail');
  }
});

test('when the words came with the share, then they are the share’s, and one file is one file', () => {
  const share = aShare({ invitationMessage: 'From the share', assetCount: 1 });
  const { text } = aMail({ share, invitation: anInvitation({ hasShareMessage: true }) });
  expect(text).toContain('“From the share”');
  expect(text).toContain('1 file,');
  expect(aMail({ share }).text).not.toContain('From the share');
});

test('when the public address ends with a slash, then the link has one', () => {
  const settings = { ...SETTINGS, publicUrl: `${SETTINGS.publicUrl}/` };
  expect(linksIn(aMail({ settings }).html)).toEqual([LINK]);
});

const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><a href="https://evil.example">',
    '</style><img src=x onerror=alert(1)>',
    'x\r\nBcc: all@evil.example\r\n\r\nhello',
    '<!-- ',
    '${LINK} &amp; \' "',
  ),
);

test('when what a person wrote runs from right to left, then it does so in the mail', () => {
  const share = aShare({ title: 'חורף (final)', description: 'صور المجموعة' });
  const { html } = aMail({ share, invitation: anInvitation({ message: 'שלום, Mia' }) });
  for (const written of ['חורף (final)', 'صور المجموعة', 'שלום, Mia'])
    expect(html).toMatch(new RegExp(`dir="auto"[^>]*>(<p[^>]*>)?${RegExp.escape(written)}`));
});

test('when a person typed anything, then it is text in the HTML and one line in the subject', () => {
  const tags = aMail().html.match(/<[^>]*>/g)?.length;
  fc.assert(
    fc.property(typed, typed, typed, (title, ownerName, words) => {
      const share = aShare({ title, ownerName, description: '' });
      const mail = aMail({ share });
      expect(mail.html.match(/<[^>]*>/g)).toHaveLength(tags ?? 0);
      expect(mail.subject).not.toMatch(/\p{Cc}/u);
      const worded = aMail({
        share: { ...share, description: words },
        invitation: anInvitation({ message: words }),
      });
      expect(linksIn(worded.html)).toEqual([LINK]);
      expect(worded.html).not.toMatch(/<(script|img|iframe)|<[^>]* on\w+=/i);
    }),
  );
});
