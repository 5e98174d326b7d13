import { escapeHtml, escapeLines } from './escape-html.ts';
import { apart, button, mailPage, quote, row, soft } from './mail-page.ts';
import type { MailWords } from './words.ts';

/** What an invitation tells, of the share and of whoever is invited. */
export interface InvitationFacts {
  sharedBy: string;
  title: string;
  description: string;
  message: string | null;
  fileCount: number;
  /** The end, as it is written. */
  until: string;
  link: string;
  isInternal: boolean;
  /** A mail before this one held a link that is dead now. */
  replacesLink: boolean;
}

/** A line of text as HTML, a part of which is read before the rest. */
const withInk = (line: string, part: string): string =>
  escapeHtml(line).replace(
    escapeHtml(part),
    (written) => `<span class="ink" style="color:#1f1d1a">${written}</span>`,
  );

const filesAndEnd = ({ fileCount, until }: InvitationFacts, { invitation }: MailWords): string =>
  apart(soft(`${escapeHtml(invitation.files(fileCount))}<br>${withInk(invitation.until(until), until)}`));

const footnote = (
  { isInternal, replacesLink }: InvitationFacts,
  { invitation, forYouAlone }: MailWords,
): string =>
  [
    ...(replacesLink ? [invitation.replacesLink] : []),
    forYouAlone,
    ...(isInternal ? [invitation.underShares] : []),
  ]
    .map(escapeHtml)
    .join('<br>');

/** The invitation as HTML, with one link. */
export const invitationHtml = (facts: InvitationFacts, words: MailWords): string =>
  mailPage({
    words,
    lead: words.sharedWithYou(facts.sharedBy),
    title: facts.title,
    rows: [
      row(
        facts.description === '' ? '' : `<div dir="auto">${soft(escapeLines(facts.description), 14)}</div>`,
        8,
      ),
      row(quote(facts.message), 24),
      row(button(words.openShare, facts.link), 28),
      row(filesAndEnd(facts, words), 32),
      row(soft(footnote(facts, words)), 16),
    ],
  });
