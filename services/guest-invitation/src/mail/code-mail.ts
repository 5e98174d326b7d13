import { CODE_MINUTES } from '../guest-code.ts';
import { oneLine } from '../plain-text.ts';
import { escapeHtml } from './escape-html.ts';
import type { InvitationMailSettings } from './invitation-mail.ts';
import { apart, ink, mailPage, row, soft } from './mail-page.ts';
import type { Mail } from './transport.ts';
import type { MailWords } from './words.ts';

const shown = (code: string): string =>
  `<p class="ink" style="margin:0;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:32px;line-height:40px;font-weight:600;letter-spacing:6px;color:#1f1d1a">${code}</p>`;

/** The mail with a code. It holds no link: what opens the share is in another mail. The subject does not tell the code. */
export const codeMail = (parts: {
  mailId: string;
  to: string;
  title: string;
  code: string;
  words: MailWords;
  settings: InvitationMailSettings;
}): Mail => {
  const { mailId, to, code, words, settings } = parts;
  const title = oneLine(parts.title);
  const { lead, subject, words: sentence } = words.code;
  const footnotes = words.code.footnotes(CODE_MINUTES);
  return {
    messageId: `${mailId}@${new URL(settings.publicUrl).hostname}`,
    from: settings.from,
    to,
    language: words.language,
    subject: subject(title),
    text: `${[`${subject(title)}:`, code, sentence, ...footnotes].join('\n\n')}\n`,
    html: mailPage({
      words,
      lead,
      title,
      rows: [
        row(shown(code), 24),
        row(ink(escapeHtml(sentence)), 20),
        row(apart(soft(footnotes.map(escapeHtml).join('<br>'))), 32),
      ],
    }),
  };
};
