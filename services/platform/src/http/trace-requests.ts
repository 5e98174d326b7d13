import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { withTraceparent } from '../outbox/trace-context.ts';

/** The header of W3C Trace Context, level 1. */
export const TRACE_HEADER = 'traceparent';

const VALID = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** The next span of the trace that a request belongs to; the first one of a new trace where it belongs to none. */
export const nextTraceparent = (received: string | undefined): string => {
  const [, traceId = randomBytes(16).toString('hex'), flags = '01'] = VALID.exec(received ?? '') ?? [];
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
};

/**
 * Makes a request part of a trace, with all that it causes: events carry it on, log lines name it, and whoever the
 * request is led to finds it in its headers.
 */
export const traceRequests: RequestHandler = (request, _response, next) => {
  const traceparent = nextTraceparent(request.header(TRACE_HEADER));
  request.headers[TRACE_HEADER] = traceparent;
  withTraceparent(traceparent, next);
};
