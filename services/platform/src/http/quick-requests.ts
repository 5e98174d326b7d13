import type { RequestHandler } from 'express';
import { goFirst } from '../schedule/give-way.ts';

/** Long lists that this process goes through give way to requests until these are answered. */
export const quickRequests: RequestHandler = (_request, response, next) => {
  response.once('close', goFirst(next));
};
