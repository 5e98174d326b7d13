import type { ServerResponse } from 'node:http';
import { watchWriting } from '@vitrine/platform/http/watch-writing.ts';
import { SendFailure } from './send-failure.ts';

/** Who downloads: takes bytes, and may be gone, stand still or be too slow. */
export type Receiver = {
  /** Settles when the kernel has all the bytes: until then the slab belongs to the socket. */
  write: (bytes: Buffer) => Promise<void>;
  /** Looks after the response no longer. */
  release: () => void;
};

type Receiving = {
  response: ServerResponse;
  /** How long a write may stand still. */
  noProgressMs: number;
  /** How long it may take to an end. */
  slowestWriteMs: number;
  stopped: AbortSignal;
  stop: (why: SendFailure) => void;
};

/** The write callback is the back-pressure. */
export const receiverOf = (receiving: Receiving): Receiver => {
  const { response, noProgressMs, slowestWriteMs, stopped, stop } = receiving;
  let giveUp: (() => void) | undefined;
  const closed = (): void => stop(new SendFailure('closed'));
  const interrupted = (): void => giveUp?.();
  const stalled = (): void => {
    if (giveUp !== undefined) stop(new SendFailure('stalled'));
  };
  const assertThere = (): void => {
    stopped.throwIfAborted();
    if (isGone(response)) throw new SendFailure('closed');
  };
  const slowest = setTimeout(stalled, slowestWriteMs);
  response.on('close', closed);
  const watch = watchWriting(response, noProgressMs, stalled);
  stopped.addEventListener('abort', interrupted);
  if (isGone(response)) closed();
  return {
    write: async (bytes) => {
      assertThere();
      slowest.refresh();
      watch.beginAnew();
      const failure = await new Promise<Error | null | undefined>((settle) => {
        giveUp = () => settle(undefined);
        writeTo(response, bytes, settle);
      });
      giveUp = undefined;
      if (failure) throw new SendFailure('closed', failure);
      // Node tells of a write that a closing socket cut short as of one that went well.
      assertThere();
    },
    release: () => {
      clearTimeout(slowest);
      response.off('close', closed);
      watch.release();
      stopped.removeEventListener('abort', interrupted);
    },
  };
};

// Behind the head: a message corks its socket until the next tick for each write, which a slab does not need.
const writeTo = (response: ServerResponse, bytes: Buffer, settle: (failure?: Error | null) => void): void => {
  const isPastHead = response.headersSent && !response.chunkedEncoding;
  const to = isPastHead ? (response.socket ?? response) : response;
  to.write(bytes, settle);
};

// A response without a socket is not gone: a pipelined one gets it when its turn comes.
const isGone = (response: ServerResponse): boolean =>
  response.destroyed || response.socket?.destroyed === true;
