import { escapeHtml, escapeLines } from './escape-html.ts';
import { apart, button, mailPage, quote, row, soft } from './mail-page.ts';

/** What an invitation says. */
export interface InvitationWords {
  sharedBy: string;
  title: string;
  description: string;
  message: string | null;
  files: string;
  until: string;
  link: string;
  isInternal: boolean;
  /** A mail before this one held a link that is dead now. */
  replacesLink: boolean;
}

const facts = ({ files, until }: InvitationWords): string =>
  apart(
    soft(
      `${escapeHtml(files)} to see and to download<br>until <span class="ink" style="color:#1f1d1a">${escapeHtml(until)}</span>`,
    ),
  );

const footnote = ({ isInternal, replacesLink }: InvitationWords): string =>
  [
    ...(replacesLink ? ['The link in our earlier mail does not open anything any more.'] : []),
    'This link is for you alone. Please keep it to yourself.',
    ...(isInternal ? ['You also find this share under Shares when you are signed in.'] : []),
  ].join('<br>');

/** The invitation as HTML, with one link. */
export const invitationHtml = (words: InvitationWords): string =>
  mailPage({
    lead: `${words.sharedBy} shared with you`,
    title: words.title,
    rows: [
      row(
        words.description === '' ? '' : `<div dir="auto">${soft(escapeLines(words.description), 14)}</div>`,
        8,
      ),
      row(quote(words.message), 24),
      row(button('Open share', words.link), 28),
      row(facts(words), 32),
      row(soft(footnote(words)), 16),
    ],
  });
