import { CODE_MINUTES } from '../guest-code.ts';
import { oneLine } from '../plain-text.ts';
import { escapeHtml } from './escape-html.ts';
import type { InvitationMailSettings } from './invitation-mail.ts';
import { apart, ink, mailPage, row, soft } from './mail-page.ts';
import type { Mail } from './transport.ts';

const LEAD = 'Your code to open';
const WORDS = 'Type this code on the page where you opened your invitation.';
const FOOTNOTES = [
  `It works once, in the browser that asked for it, for ${CODE_MINUTES} minutes.`,
  'If you did not ask for it, you can ignore this mail: without the code nobody gets in.',
];

const shown = (code: string): string =>
  `<p class="ink" style="margin:0;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:32px;line-height:40px;font-weight:600;letter-spacing:6px;color:#1f1d1a">${code}</p>`;

/** The mail with a code. It holds no link: what opens the share is in another mail. The subject does not tell the code. */
export const codeMail = (parts: {
  mailId: string;
  to: string;
  title: string;
  code: string;
  settings: InvitationMailSettings;
}): Mail => {
  const { mailId, to, code, settings } = parts;
  const title = oneLine(parts.title);
  return {
    messageId: `${mailId}@${new URL(settings.publicUrl).hostname}`,
    from: settings.from,
    to,
    subject: `${LEAD} “${title}”`,
    text: `${[`${LEAD} “${title}”:`, code, WORDS, ...FOOTNOTES].join('\n\n')}\n`,
    html: mailPage({
      lead: LEAD,
      title,
      rows: [
        row(shown(code), 24),
        row(ink(escapeHtml(WORDS)), 20),
        row(apart(soft(FOOTNOTES.map(escapeHtml).join('<br>'))), 32),
      ],
    }),
  };
};
