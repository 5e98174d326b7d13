/** `refused`: by `beforeEntry`; `source`: the objects; `stalled`, `closed`: the reader; `aborted`: the signal. */
export type SendFailureReason = 'aborted' | 'closed' | 'stalled' | 'refused' | 'source';

/**
 * A range that was not sent to its end. With `byteSize` 0 nothing was written and a real error can still be
 * answered; after that the caller resets the socket, for only a reset is an error to every client.
 */
export class SendFailure extends Error {
  readonly reason: SendFailureReason;
  /** Bytes that were handed to the socket before. */
  byteSize = 0;

  constructor(reason: SendFailureReason, cause?: unknown) {
    super(`The download ended early: ${reason}.`, { cause });
    this.name = 'SendFailure';
    this.reason = reason;
  }
}
