import { GUEST_SHARE_HEADER } from '@vitrine/contracts';
import type { Request } from 'express';

/** The share whose guest a request says that it means; undefined where it names none. */
export const shareNamedBy = (request: Request): string | undefined => {
  const { as, shareId } = request.query;
  const inQuery = as === 'guest' && typeof shareId === 'string' ? shareId : undefined;
  return (request.header(GUEST_SHARE_HEADER) ?? inQuery)?.toLowerCase();
};
