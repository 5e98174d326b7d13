import type { ServerResponse } from 'node:http';
import { attachment } from '../content-disposition.ts';
import type { Download } from '../download.ts';
import type { RangeDecision } from '../engine/range-header.ts';

type Answer = Extract<RangeDecision, { status: 200 | 206 }>;
type Described = Pick<Download, 'fileName' | 'mediaType' | 'etag'>;

/** Nothing that was uploaded ever runs in our origin, and no proxy of ours keeps, changes or spools it. */
const ALWAYS = {
  'Cache-Control': 'private, no-transform',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'X-Accel-Buffering': 'no',
};

export const headersOf = (download: Described, answer: Answer): Record<string, string> => ({
  ...ALWAYS,
  ETag: download.etag,
  'Accept-Ranges': 'bytes',
  'Content-Type': download.mediaType,
  'Content-Disposition': attachment(download.fileName),
  'Content-Length': String(answer.to - answer.from),
  ...(answer.status === 206 ? { 'Content-Range': answer.contentRange } : {}),
});

/** Sets the headers without sending them: they leave with the first bytes, once those are in hand. */
export const describe = (response: ServerResponse, download: Described, answer: Answer): void => {
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(headersOf(download, answer))) response.setHeader(name, value);
};

/** Takes the headers back, so that an error can be answered instead. */
export const withdraw = (response: ServerResponse, download: Described): void => {
  response.statusCode = 200;
  const names = headersOf(download, { status: 206, from: 0, to: 0, contentRange: '' });
  for (const name of [...Object.keys(names), 'Connection']) response.removeHeader(name);
};

export const answerNotModified = (response: ServerResponse, { etag }: Described): void => {
  response.writeHead(304, { ETag: etag, 'Cache-Control': ALWAYS['Cache-Control'] }).end();
};
