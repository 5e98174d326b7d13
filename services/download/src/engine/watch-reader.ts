import type { ServerResponse } from 'node:http';
import { SendFailure } from './send-failure.ts';

type Watched = {
  response: ServerResponse;
  signal: AbortSignal;
  noProgressMs: number;
  isWriting: () => boolean;
  stop: (failure: SendFailure) => void;
};

/**
 * Calls `stop` when the reader is gone, stands still or is no longer wanted; answers how to end the watch.
 * The timeout of the socket is the one clock that sees progress within a write: Node compares what is left of
 * it. It also runs out while a source is slow, which says nothing of the reader.
 */
export const watchReader = ({ response, signal, noProgressMs, isWriting, stop }: Watched): (() => void) => {
  const closed = (): void => stop(new SendFailure('closed'));
  const aborted = (): void => stop(new SendFailure('aborted', signal.reason));
  const timedOut = (): void => {
    if (isWriting()) stop(new SendFailure('stalled'));
  };
  const timeoutMsBefore = response.socket?.timeout ?? 0;
  response.on('close', closed);
  response.on('timeout', timedOut);
  response.setTimeout(noProgressMs);
  signal.addEventListener('abort', aborted);
  if (signal.aborted) aborted();
  if (isGone(response)) closed();
  return () => {
    response.off('close', closed);
    response.off('timeout', timedOut);
    response.setTimeout(timeoutMsBefore);
    signal.removeEventListener('abort', aborted);
  };
};

/** A response without a socket is not gone: a pipelined one gets it when its turn comes. */
export const isGone = (response: ServerResponse): boolean =>
  response.destroyed || response.socket?.destroyed === true;
