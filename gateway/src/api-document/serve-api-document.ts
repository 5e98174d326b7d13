import { API_PREFIX } from '@vitrine/contracts';
import { Router } from 'express';
import { createApiDocument } from './api-document.ts';
import { docsPage } from './docs-page.ts';

/** The public interface, for programs and for people. Made when it is first asked for. */
export const serveApiDocument = (): Router => {
  const made: { document?: ReturnType<typeof createApiDocument> } = {};
  const document = () => (made.document ??= createApiDocument());
  const router = Router();
  router.get(`${API_PREFIX}/openapi.json`, async (_request, response) => {
    response.json(await document());
  });
  router.get('/api/docs', async (_request, response) => {
    response.type('html').send(docsPage(await document()));
  });
  return router;
};
