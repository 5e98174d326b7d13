import { escapeHtml } from '../mail/escape-html.ts';
import type { KeptMail } from './read-mails.ts';

const CSS = `
:root { color-scheme: light dark; --ground:#f4f2ee; --paper:#fff; --ink:#1f1d1a; --soft:#655f56; --line:#e5e2dc; --accent:#2f37bd; --chosen:#ebedfc }
@media (prefers-color-scheme: dark) { :root { --ground:#171615; --paper:#211f1e; --ink:#ece9e4; --soft:#a8a298; --line:#2e2c29; --accent:#a3adff; --chosen:#262942 } }
* { box-sizing: border-box }
body { margin:0; background:var(--ground); color:var(--ink); font:14px/20px Inter,-apple-system,'Segoe UI',Roboto,sans-serif }
.frame { display:grid; grid-template-columns:minmax(260px,340px) 1fr; min-height:100vh }
nav { border-right:1px solid var(--line); background:var(--paper); position:sticky; top:0; height:100vh; overflow-y:auto }
header { padding:24px 24px 16px }
h1 { margin:0; font-size:20px; line-height:28px; font-weight:600 }
header p { margin:4px 0 0; color:var(--soft); font-size:13px }
ol { list-style:none; margin:0; padding:0 8px 24px }
nav a { display:block; padding:12px 16px; border-radius:8px; color:inherit; text-decoration:none; overflow-wrap:anywhere }
nav a:hover { background:var(--ground) } nav a[aria-current] { background:var(--chosen) }
nav a:focus-visible { outline:2px solid var(--accent); outline-offset:-2px } article a:focus-visible { outline:2px solid var(--accent); outline-offset:2px }
.to { font-weight:500 } .subject { color:var(--soft); display:-webkit-box; -webkit-box-orient:vertical; -webkit-line-clamp:2; overflow:hidden } time { color:var(--soft); font-size:13px; white-space:nowrap; font-variant-numeric:tabular-nums }
main { min-width:0 } .facts { padding:24px 32px; border-bottom:1px solid var(--line) }
.facts h2 { margin:0 0 4px; font-size:16px; line-height:24px; font-weight:600; overflow-wrap:anywhere } .facts p { display:flex; flex-wrap:wrap; column-gap:16px; align-items:baseline; margin:0; color:var(--soft) }
.empty { padding:96px 32px; text-align:center; color:var(--soft) } .empty h2 { color:var(--ink); font-size:20px; font-weight:600; margin:0 0 8px }
@media (max-width:720px) { .frame { grid-template:auto 1fr / 1fr } nav { border-right:0; border-bottom:1px solid var(--line); position:static; height:auto; max-height:60vh } ol:empty { display:none } .facts { padding:24px } }`;

const AT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});
const at = (date: string): string => AT.format(new Date(date));

const line = (mail: KeptMail, chosen: KeptMail | undefined): string => `
<li><a href="/mailbox/${escapeHtml(mail.id)}#mail"${mail.id === chosen?.id ? ' aria-current="true"' : ''}>
<div class="to">${escapeHtml(mail.to)}</div><div class="subject">${escapeHtml(mail.subject)}</div>
<time datetime="${mail.date}">${at(mail.date)}</time></a></li>`;

/** The styles and the body of a mail of ours, to stand in a page; its text was escaped when the mail was made. */
const bodyOf = ({ html, text }: KeptMail): string => {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1];
  const styles = [...html.matchAll(/<style>[\s\S]*?<\/style>/g)].map(([style]) => style).join('');
  return body === undefined ? `<pre>${escapeHtml(text)}</pre>` : styles + body;
};

const shown = (mail: KeptMail | undefined): string =>
  mail === undefined
    ? '<div class="empty"><h2>No mail yet</h2><p>Invite a guest to a share: the mail with the link lands here.</p></div>'
    : `<div class="facts"><h2>${escapeHtml(mail.subject)}</h2><p><span>To ${escapeHtml(mail.to)}</span> <time datetime="${mail.date}">${at(mail.date)}</time></p></div>
<article>${bodyOf(mail)}</article>`;

/** The mailbox: the mails at the left, one of them at the right. */
export const mailboxPage = (
  mails: readonly KeptMail[],
  chosen: KeptMail | undefined,
): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox · Vitrine</title><style>${CSS}</style></head>
<body><div class="frame">
<nav aria-label="Mails"><header><h1>Mailbox</h1><p>No mail server is set, so mails are kept here.</p></header>
<ol>${mails.map((mail) => line(mail, chosen)).join('')}</ol></nav>
<main id="mail">${shown(chosen)}</main>
</div></body></html>
`;
