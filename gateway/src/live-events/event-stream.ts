import { LIVE_EVENT_NAMES } from '@vitrine/contracts';
import type { Response } from 'express';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';

/** An answer that goes on for as long as somebody listens. */
export interface EventStream {
  readonly send: (event: keyof typeof LIVE_EVENT_NAMES, data: unknown) => void;
  /** Ends the answer in order: whoever listens comes again, unless the right was lost. */
  readonly close: () => void;
  readonly onClose: (listener: () => void) => void;
}

/** What a browser waits before it comes again by itself. */
const RETRY_MS = 2_000;
/** Within what proxies wait for a byte. */
const HEARTBEAT_MS = 15_000;
/** What may wait in this process for a reader who does not read. */
const WAITING_BYTES_MAX = 64 * 1_024;

/** Begins an answer of server-sent events. A reader who is too slow is cut off: hints are worth nothing late. */
export const openEventStream = (response: Response, heartbeatMs = HEARTBEAT_MS): EventStream => {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  const write = (text: string): void => {
    if (response.destroyed || response.writableEnded) return;
    response.write(text);
    if (response.writableLength > WAITING_BYTES_MAX) resetConnection(response.req.socket);
  };
  write(`retry: ${RETRY_MS}\n\n`);
  const heartbeat = setInterval(write, heartbeatMs, ': still here\n\n');
  response.once('close', () => clearInterval(heartbeat));
  return {
    send: (event, data) => write(`event: ${LIVE_EVENT_NAMES[event]}\ndata: ${JSON.stringify(data)}\n\n`),
    close: () => response.end(),
    onClose: (listener) => void response.once('close', listener),
  };
};
