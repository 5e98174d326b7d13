import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { withTraceparent } from '../outbox/trace-context.ts';
import { beginSpan } from '../tracing/spans.ts';
import { parseTraceparent } from '../tracing/traceparent.ts';
import { routeNameOf } from './route-name.ts';

/** The header of W3C Trace Context, level 1. */
export const TRACE_HEADER = 'traceparent';

/** The next span of the trace that a request belongs to; the first one of a new trace where it belongs to none. */
export const nextTraceparent = (received: string | undefined): string => {
  const before = parseTraceparent(received);
  const traceId = before?.traceId ?? randomBytes(16).toString('hex');
  const flags = (before?.traceFlags ?? 1).toString(16).padStart(2, '0');
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
};

/**
 * Makes a request part of a trace, with all that it causes: events carry it on, log lines name it, and whoever the
 * request is led to finds it in its headers.
 */
export const traceRequests: RequestHandler = (request, response, next) => {
  const received = request.header(TRACE_HEADER);
  const parent = parseTraceparent(received) === undefined ? undefined : received;
  const attributes = { 'http.request.method': request.method };
  const span = beginSpan({ name: request.method, kind: 'server', parent, attributes });
  const traceparent = span.recorded ?? nextTraceparent(received);
  request.headers[TRACE_HEADER] = traceparent;
  response.once('close', () => {
    span.rename(`${request.method} ${routeNameOf(request) ?? 'no route'}`);
    span.set({ 'http.response.status_code': response.statusCode });
    if (response.statusCode >= 500) span.fail(new Error(String(response.statusCode)));
    span.end();
  });
  withTraceparent(traceparent, next);
};
