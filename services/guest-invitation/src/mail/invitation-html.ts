import { escapeHtml, escapeLines } from './escape-html.ts';

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

/** The page's own type where it is at hand; words longer than a line are broken in it. */
const FONT =
  "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere;word-break:break-word";

/** Mail clients that know dark mode get inks of their own; the others keep the light ones written on the elements. */
const DARK = `
  @media (prefers-color-scheme: dark) {
    .ground { background:#171615 !important }
    .sheet { background:#211f1e !important; border-color:#2e2c29 !important }
    .ink { color:#ece9e4 !important }
    .soft { color:#a8a298 !important }
    .line { border-color:#3b3834 !important }
    .button { background:#a3adff !important; color:#171615 !important }
  }
  @media (max-width: 480px) { .sheet-inner { padding:28px 24px !important } }`;

const row = (content: string, top: number): string =>
  content === '' ? '' : `<tr><td style="padding-top:${top}px">${content}</td></tr>`;

const soft = (content: string, size = 13): string =>
  `<p class="soft" style="margin:0;${FONT};font-size:${size}px;line-height:${size + 7}px;color:#655f56">${content}</p>`;

const ink = (content: string): string =>
  `<p class="ink" style="margin:0;${FONT};font-size:15px;line-height:23px;color:#1f1d1a">${content}</p>`;

const quote = (message: string | null): string =>
  message === null || message === ''
    ? ''
    : `<div class="line" style="border-left:2px solid #d9d5ce;padding-left:16px">${ink(escapeLines(message))}</div>`;

const button = (link: string): string =>
  `<a class="button" href="${escapeHtml(link)}" style="display:inline-block;background:#2f37bd;color:#ffffff;${FONT};font-size:15px;font-weight:600;line-height:20px;padding:12px 24px;border-radius:8px;text-decoration:none">Open share</a>`;

const facts = ({ files, until }: InvitationWords): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" width="100%" class="line" style="border-top:1px solid #e5e2dc">
    <tr><td style="padding-top:20px">${soft(`${escapeHtml(files)} to see and to download<br>until <span class="ink" style="color:#1f1d1a">${escapeHtml(until)}</span>`)}</td></tr>
  </table>`;

const footnote = ({ isInternal, replacesLink }: InvitationWords): string =>
  [
    ...(replacesLink ? ['The link in our earlier mail does not open anything any more.'] : []),
    'This link is for you alone. Please keep it to yourself.',
    ...(isInternal ? ['You also find this share under Shares when you are signed in.'] : []),
  ].join('<br>');

const sheet = (words: InvitationWords): string => `
  <table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="table-layout:fixed">
    ${row(soft(`${escapeHtml(words.sharedBy)} shared with you`, 14), 0)}
    ${row(`<h1 class="ink" style="margin:0;${FONT};font-size:26px;line-height:33px;font-weight:600;color:#1f1d1a">${escapeHtml(words.title)}</h1>`, 6)}
    ${row(words.description === '' ? '' : soft(escapeLines(words.description), 14), 8)}
    ${row(quote(words.message), 24)}
    ${row(button(words.link), 28)}
    ${row(facts(words), 32)}
    ${row(soft(footnote(words)), 16)}
  </table>`;

/** The invitation as HTML for mail clients: tables and styles on the elements, no picture, no script, one link. */
export const invitationHtml = (words: InvitationWords): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(words.title)}</title>
<style>:root { color-scheme: light dark }${DARK}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f4f2ee">
<table role="presentation" class="ground" cellpadding="0" cellspacing="0" width="100%" style="background:#f4f2ee">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" class="sheet" cellpadding="0" cellspacing="0" width="100%" style="table-layout:fixed;max-width:560px;background:#ffffff;border:1px solid #e5e2dc;border-radius:12px">
<tr><td class="sheet-inner" style="padding:40px">${sheet(words)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
