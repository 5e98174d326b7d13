import type { ServerResponse } from 'node:http';

/** Watches the writing of a response. */
export interface WritingWatch {
  /** The time begins anew: a write was begun, or ended. */
  readonly beginAnew: () => void;
  /** Watches no longer. */
  readonly release: () => void;
}

const LOOKS = 6;
/** Of what lies between two looks. Where Node looked as well and saw progress, of which it says nothing, it is twice that. */
const ONE_LOOK_MOST = 1.5;

/**
 * Tells when of a write nothing was taken for so long. The timeout of the socket is the one clock that sees progress
 * within a write: Node compares what is left of it, but only as the timeout runs out, and where it is less it waits for
 * the whole timeout once more. So the time is cut into several: who stands still is noticed a sixth later than that at
 * most, and not after twice as long. It also runs out while nothing is being written, which says nothing of the reader.
 */
export const watchWriting = (
  response: ServerResponse,
  stillMs: number,
  onStill: () => void,
): WritingWatch => {
  const lookMs = Math.ceil(stillMs / LOOKS);
  const timeoutMsBefore = response.socket?.timeout ?? 0;
  let stillLooks = 0;
  let lookedAt = performance.now();
  const look = (): void => {
    const now = performance.now();
    stillLooks = now - lookedAt < ONE_LOOK_MOST * lookMs ? stillLooks + 1 : 1;
    lookedAt = now;
    response.setTimeout(lookMs);
    if (stillLooks >= LOOKS) onStill();
  };
  response.on('timeout', look);
  response.setTimeout(lookMs);
  return {
    beginAnew: () => {
      stillLooks = 0;
      lookedAt = performance.now();
    },
    release: () => {
      response.off('timeout', look);
      response.setTimeout(timeoutMsBefore);
    },
  };
};
