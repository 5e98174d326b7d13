import type { MailLanguage } from '@vitrine/contracts';
import { oneLine } from '../plain-text.ts';
import { escapeHtml } from './escape-html.ts';
import type { InvitationMailSettings } from './invitation-mail.ts';
import { apart, button, ink, mailPage, row, soft } from './mail-page.ts';
import type { Mail } from './transport.ts';

interface Words {
  subject: string;
  lead: string;
  greeting: (name: string) => string;
  words: string;
  action: string;
  footnotes: readonly string[];
}

const WORDS: Record<MailLanguage, Words> = {
  en: {
    subject: 'Set a new password',
    lead: 'Forgot your password?',
    greeting: (name) => `Hello ${name},`,
    words: 'Somebody asked for a new password for your account at Vitrine. If it was you, set one here.',
    action: 'Set a new password',
    footnotes: [
      'The link works once, for one hour. You are then signed out everywhere, and your API tokens end.',
      'If you did not ask for it, you can ignore this mail: nothing changes.',
    ],
  },
  de: {
    subject: 'Neues Passwort festlegen',
    lead: 'Passwort vergessen?',
    greeting: (name) => `Guten Tag, ${name},`,
    words:
      'Für Ihr Konto bei Vitrine wurde ein neues Passwort angefordert. Wenn Sie das waren, legen Sie es hier fest.',
    action: 'Neues Passwort festlegen',
    footnotes: [
      'Der Link funktioniert einmal, eine Stunde lang. Danach sind Sie überall abgemeldet, und Ihre API-Tokens enden.',
      'Wenn Sie es nicht waren, müssen Sie nichts tun: Es ändert sich nichts.',
    ],
  },
};

/**
 * The mail by which a user sets another password. The secret stands behind the # of the link: no browser sends it to a
 * server by itself, so it is in no log and no referrer.
 */
export const recoveryMail = (parts: {
  mailId: string;
  to: string;
  name: string;
  language: MailLanguage;
  secret: string;
  settings: InvitationMailSettings;
}): Mail => {
  const { mailId, to, language, secret, settings } = parts;
  const { subject, lead, greeting, words, action, footnotes } = WORDS[language];
  const hello = greeting(oneLine(parts.name));
  const link = `${settings.publicUrl.replace(/\/+$/, '')}/recover#${secret}`;
  return {
    messageId: `${mailId}@${new URL(settings.publicUrl).hostname}`,
    from: settings.from,
    to,
    subject,
    text: `${[hello, words, `${action}:\n${link}`, ...footnotes].join('\n\n')}\n`,
    html: mailPage({
      language,
      lead,
      title: subject,
      rows: [
        row(ink(escapeHtml(hello)), 20),
        row(ink(escapeHtml(words)), 12),
        row(button(action, link), 28),
        row(apart(soft(footnotes.map(escapeHtml).join('<br>'))), 32),
      ],
    }),
  };
};
