import type { Socket } from 'node:net';

/** What of a socket is needed to reset it. */
export type Resettable = Pick<
  Socket,
  'destroyed' | 'writableEnded' | 'writableFinished' | 'writableLength' | 'once' | 'resetAndDestroy'
>;

/**
 * Resets a connection, so that the other side sees an error and never a clean end (promises.md, section 3).
 *
 * The one way to do so here: while the end of a socket is being told to the system, libuv refuses to reset it
 * (EINVAL); Node calls it destroyed all the same, its descriptor stays open for good, and the process cannot end by
 * itself any more (seen in Node 24.21 with a debugger). That moment is soon over, and then it is reset.
 */
export const resetConnection = (socket: Resettable | null | undefined): void => {
  if (!socket || socket.destroyed) return;
  const isBeingEnded = socket.writableEnded && !socket.writableFinished && socket.writableLength === 0;
  if (isBeingEnded) socket.once('finish', () => socket.resetAndDestroy());
  else socket.resetAndDestroy();
};
