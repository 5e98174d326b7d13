import { Router } from 'express';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { mailboxPage } from './mailbox-page.ts';
import { createMailReader } from './read-mails.ts';

/** The page's own styles and nothing else: no script, no picture, no frame around it. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** `/mailbox`: the mails that were kept in a folder because there is no mail server. */
export const mailboxRoutes = (folder: string): Router => {
  const router = Router();
  const readMails = createMailReader(folder);
  router.get('/mailbox.json', async (_request, response) => {
    const mails = await readMails();
    response.set(HEADERS).json(mails.map(({ html: _html, ...mail }) => mail));
  });
  router.get(['/mailbox', '/mailbox/:id'], async (request, response) => {
    const mails = await readMails();
    const { id } = request.params;
    const chosen = id === undefined ? mails[0] : mails.find((mail) => mail.id === id);
    if (id !== undefined && chosen === undefined) throw new AppError('not-found');
    response.set(HEADERS).type('html').send(mailboxPage(mails, chosen));
  });
  return router;
};
