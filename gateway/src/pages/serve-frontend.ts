import type { Request, RequestHandler, Response } from 'express';
import type { Coding, FrontendFile, FrontendFiles } from './frontend-files.ts';

/** What is no page, whatever the browser would like: an address below these that nobody answers is not found. */
const NO_PAGE = /^\/+(?:api|d|internal|livez|readyz|metrics|assets)(?:\/|$)/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Where a person would look for the assets page, which is the first one; below it is the code of the page. */
const ASSETS_PAGE = /^\/assets\/?$/;

/** The built page: its files, and its one document for every address that the page itself understands. */
export const serveFrontend =
  (files: FrontendFiles): RequestHandler =>
  async (request, response, next) => {
    const file = isReading(request) ? fileFor(request, files) : undefined;
    if (file) await send(file, request, response);
    else if (isReading(request) && ASSETS_PAGE.test(request.path))
      response.redirect(request.originalUrl.replace(/^[^?]*/, '/'));
    else next();
  };

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

const fileFor = (request: Request, files: FrontendFiles): FrontendFile | undefined =>
  files.get(request.path) ?? (isPage(request) ? files.get('/index.html') : undefined);

const isPage = (request: Request): boolean =>
  !NO_PAGE.test(request.path) &&
  !(request.path.split('/').pop() ?? '').includes('.') &&
  request.accepts('html') !== false;

const send = async (file: FrontendFile, request: Request, response: Response): Promise<void> => {
  const coding = codingFor(file, request);
  response.type(file.extension);
  response.setHeader('Cache-Control', cacheControlOf(file));
  response.setHeader('ETag', `"${file.etag}-${coding}"`);
  if (file.codings.length > 1) response.vary('Accept-Encoding');
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  response.send(await file.bodyIn(coding));
};

/** The smallest that the browser takes, whatever order it names them in. */
const codingFor = ({ codings }: FrontendFile, request: Request): Coding =>
  codings.find((coding) => request.acceptsEncodings(coding) !== false) ?? 'identity';

const cacheControlOf = ({ isHashed }: FrontendFile): string =>
  isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
