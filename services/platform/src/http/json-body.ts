import express, { type RequestHandler } from 'express';
import { AppError } from '../errors/app-error.ts';

const hasBody = (headers: NodeJS.Dict<string | string[]>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const refuseOtherKinds: RequestHandler = (request, _response, next) => {
  if (hasBody(request.headers) && request.is('application/json') === false)
    throw new AppError('unsupported-media-type');
  next();
};

/** Reads a JSON body within a limit; a body of another kind is refused. */
export const jsonBody = (limitBytes: number): RequestHandler[] => [
  refuseOtherKinds,
  express.json({ limit: limitBytes }),
];
