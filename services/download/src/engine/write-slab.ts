import type { ServerResponse } from 'node:http';
import { orAborted } from './or-aborted.ts';
import { SendFailure } from './send-failure.ts';
import { isGone } from './watch-reader.ts';

export type SlabWriter = {
  /** Settles when the kernel has all the bytes: until then the slab belongs to the socket. */
  write: (bytes: Buffer) => Promise<void>;
  isWriting: () => boolean;
};

type Writing = {
  response: ServerResponse;
  signal: AbortSignal;
  slowestWriteMs: number;
  stop: (why: SendFailure) => void;
};

/** The write callback is the back-pressure. A write whose progress is too slow is given up. */
export const createSlabWriter = ({ response, signal, slowestWriteMs, stop }: Writing): SlabWriter => {
  let isWriting = false;
  const assertThere = (): void => {
    if (isGone(response)) throw new SendFailure('closed');
  };
  return {
    isWriting: () => isWriting,
    write: async (bytes) => {
      assertThere();
      const timer = setTimeout(() => stop(new SendFailure('stalled')), slowestWriteMs);
      isWriting = true;
      try {
        await orAborted(signal, (settle) =>
          response.write(bytes, (error) => settle(error ? new SendFailure('closed', error) : null)),
        );
      } finally {
        isWriting = false;
        clearTimeout(timer);
      }
      // Node tells of a write that a closing socket cut short as of one that went well.
      assertThere();
    },
  };
};
