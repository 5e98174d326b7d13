import { oneLine } from '../plain-text.ts';
import { escapeHtml } from './escape-html.ts';
import type { InvitationMailSettings } from './invitation-mail.ts';
import { apart, button, ink, mailPage, row, soft } from './mail-page.ts';
import type { Mail } from './transport.ts';
import type { MailWords } from './words.ts';

/**
 * The mail by which a user sets another password. The secret stands behind the # of the link: no browser sends it to a
 * server by itself, so it is in no log and no referrer.
 */
export const recoveryMail = (parts: {
  mailId: string;
  to: string;
  name: string;
  words: MailWords;
  secret: string;
  settings: InvitationMailSettings;
}): Mail => {
  const { mailId, to, words, secret, settings } = parts;
  const { subject, lead, greeting, words: sentence, action, footnotes } = words.recovery;
  const hello = greeting(oneLine(parts.name));
  const link = `${settings.publicUrl.replace(/\/+$/, '')}/recover#${secret}`;
  return {
    messageId: `${mailId}@${new URL(settings.publicUrl).hostname}`,
    from: settings.from,
    to,
    language: words.language,
    subject,
    text: `${[hello, sentence, `${action}:\n${link}`, ...footnotes].join('\n\n')}\n`,
    html: mailPage({
      words,
      lead,
      title: subject,
      rows: [
        row(ink(escapeHtml(hello)), 20),
        row(ink(escapeHtml(sentence)), 12),
        row(button(action, link), 28),
        row(apart(soft(footnotes.map(escapeHtml).join('<br>'))), 32),
      ],
    }),
  };
};
