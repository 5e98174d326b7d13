import { escapeHtml, escapeLines } from './escape-html.ts';
import type { MailWords } from './words.ts';

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

/** A row of the sheet, so far below the one before; none where there is nothing to say. */
export const row = (content: string, top: number): string =>
  content === '' ? '' : `<tr><td style="padding-top:${top}px">${content}</td></tr>`;

/** Quiet words, as HTML. */
export const soft = (content: string, size = 13): string =>
  `<p class="soft" style="margin:0;${FONT};font-size:${size}px;line-height:${size + 7}px;color:#655f56">${content}</p>`;

/** Words that are read, as HTML. */
export const ink = (content: string): string =>
  `<p class="ink" style="margin:0;${FONT};font-size:15px;line-height:23px;color:#1f1d1a">${content}</p>`;

/** What somebody else said, line for line; nothing where that is nothing. */
export const quote = (said: string | null): string =>
  said === null || said === ''
    ? ''
    : `<div class="line" dir="auto" style="border-left:2px solid #d9d5ce;padding-left:16px">${ink(escapeLines(said))}</div>`;

/** What is set apart by a line above it. */
export const apart = (content: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" width="100%" class="line" style="border-top:1px solid #e5e2dc">
    <tr><td style="padding-top:20px">${content}</td></tr>
  </table>`;

const heading = (text: string): string =>
  `<h1 class="ink" dir="auto" style="margin:0;${FONT};font-size:26px;line-height:33px;font-weight:600;color:#1f1d1a">${escapeHtml(text)}</h1>`;

/** The one thing to press. */
export const button = (label: string, link: string): string =>
  `<a class="button" href="${escapeHtml(link)}" style="display:inline-block;background:#2f37bd;color:#ffffff;${FONT};font-size:15px;font-weight:600;line-height:20px;padding:12px 24px;border-radius:8px;text-decoration:none">${escapeHtml(label)}</a>`;

/** A mail as HTML for mail clients: tables and styles on the elements, no picture, no script. `rows` follow the title. */
export const mailPage = ({
  lead,
  title,
  rows,
  words: { language, direction },
}: {
  words: Pick<MailWords, 'language' | 'direction'>;
  lead: string;
  title: string;
  rows: readonly string[];
}): string => `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>:root { color-scheme: light dark }${DARK}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f4f2ee">
<table role="presentation" class="ground" cellpadding="0" cellspacing="0" width="100%" style="background:#f4f2ee">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" class="sheet" cellpadding="0" cellspacing="0" width="100%" style="table-layout:fixed;max-width:560px;background:#ffffff;border:1px solid #e5e2dc;border-radius:12px">
<tr><td class="sheet-inner" style="padding:40px">
  <table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="table-layout:fixed">
    ${row(soft(escapeHtml(lead), 14), 0)}
    ${row(heading(title), 6)}
    ${rows.join('\n    ')}
  </table></td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
