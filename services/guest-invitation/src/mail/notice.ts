import { escapeHtml } from './escape-html.ts';
import type { InvitationMailSettings } from './invitation-mail.ts';
import { apart, button, ink, mailPage, row, soft } from './mail-page.ts';
import type { Mail } from './transport.ts';
import type { MailWords } from './words.ts';

/** A mail that says one thing and leads to one place. All of it is text. */
export interface Notice {
  subject: string;
  /** The line above the title. */
  lead: string;
  title: string;
  /** Whom it is about, one a line. */
  names: readonly string[];
  sentence: string;
  action: { label: string; link: string };
  footnotes: readonly string[];
}

const NAMES_MAX = 20;

/** As many as one reads, and how many more there are. */
const shown = (names: readonly string[], { andMore }: MailWords): string[] =>
  names.length <= NAMES_MAX ? [...names] : [...names.slice(0, NAMES_MAX), andMore(names.length - NAMES_MAX)];

/** The notice as a mail to one address. */
export const noticeMail = ({
  mailId,
  to,
  notice,
  words,
  settings,
}: {
  mailId: string;
  to: string;
  notice: Notice;
  /** What it is written in. */
  words: MailWords;
  settings: InvitationMailSettings;
}): Mail => ({
  messageId: `${mailId}@${new URL(settings.publicUrl).hostname}`,
  from: settings.from,
  to,
  language: words.language,
  subject: notice.subject,
  text: noticeText(notice, words),
  html: noticeHtml(notice, words),
});

/** The notice as HTML, with one link. */
export const noticeHtml = (
  { lead, title, names, sentence, action, footnotes }: Notice,
  words: MailWords,
): string =>
  mailPage({
    words,
    lead,
    title,
    rows: [
      row(names.length === 0 ? '' : ink(shown(names, words).map(escapeHtml).join('<br>')), 20),
      row(ink(escapeHtml(sentence)), 20),
      row(button(action.label, action.link), 28),
      row(apart(soft(footnotes.map(escapeHtml).join('<br>'))), 32),
    ],
  });

/** The same as plain text, with the same one link. */
export const noticeText = (
  { lead, title, names, sentence, action, footnotes }: Notice,
  words: MailWords,
): string =>
  `${[`${lead}: ${words.quoted(title)}`, ...(names.length === 0 ? [] : [shown(names, words).join('\n')]), sentence, `${action.label}:\n${action.link}`, ...footnotes].join('\n\n')}\n`;
