import type { IncomingMessage } from 'node:http';
import { type WritingWatch, watchWriting } from '@vitrine/platform/http/watch-writing.ts';
import type { Response } from 'express';
import type { FlowLimits } from './flow.ts';
import type { Link, TakeBytes } from './open-link.ts';

export interface Relaying {
  readonly link: Link;
  readonly answer: IncomingMessage;
  readonly response: Response;
  readonly byteSize: number;
  readonly limits: FlowLimits;
  /** Before the first byte. */
  readonly begin: () => void;
  /** When the last byte was handed to the client's connection. */
  readonly onWhole: () => void;
  readonly onStall: () => void;
}

/** One is being written while the next is being read. */
const IN_FLIGHT_MAX = 2;
/** Who takes less is not worth a large buffer, which it would hold for long. */
const FAST_BYTES_PER_MS = 5_000;

/**
 * Leads the body of a file from connection to connection: what is read is written as it is, out of the buffer that the
 * kernel filled, and only then that buffer is read into again. There is no stream and no promise between the two. How
 * an answer breaks is seen where it is seen for every other: at its connection.
 */
export const relay = (relaying: Relaying): void => {
  const { link, answer, limits, onWhole, onStall } = relaying;
  const state: State = { left: relaying.byteSize, inFlight: 0, isFast: false, isPaused: false };
  const silence = setTimeout(() => {
    if (!state.isPaused) onStall();
  }, limits.silenceMs);
  const watch = watchWriting(relaying.response, limits.blockedMs, () => {
    if (state.isPaused) onStall();
  });
  const stop = (): void => {
    clearTimeout(silence);
    watch.release();
  };
  answer.once('close', stop);
  const write = writing(relaying, state, watch, () => {
    silence.refresh();
    link.socket.resume();
  });
  const take: TakeBytes = (read, done) => {
    // What comes after the last byte is none of it.
    const bytes = read.subarray(0, state.left);
    if (bytes.length === 0) {
      done(true);
      return { goOn: true, isFast: false };
    }
    silence.refresh();
    noteRead(state, bytes.length);
    const isLast = state.left === 0;
    const send = (): void => {
      write(bytes, done);
      if (!isLast) return;
      stop();
      onWhole();
    };
    const turn = link.turns.wait(bytes.length);
    if (turn === undefined) send();
    else void turn.then(send);
    return { goOn: !state.isPaused, isFast: state.isFast };
  };
  const first = answer.read() as Buffer | null;
  if (first) take(first, () => undefined);
  link.divert(take);
  link.socket.resume();
};

interface State {
  /** What is still to be read. */
  left: number;
  inFlight: number;
  isFast: boolean;
  /** Reading waits for the client. */
  isPaused: boolean;
}

/** Bytes were read, and are to be written. */
const noteRead = (state: State, byteSize: number): void => {
  state.left -= byteSize;
  state.inFlight += 1;
  state.isPaused = state.left > 0 && state.inFlight >= IN_FLIGHT_MAX;
};

/** Writes to the client and notes how fast that goes; `goOn` is called when there is room again after there was none. */
const writing =
  ({ response, begin }: Relaying, state: State, watch: WritingWatch, goOn: () => void) =>
  (bytes: Buffer, done: (isReusable: boolean) => void): void => {
    const startedAt = performance.now();
    begin();
    response.write(bytes, (error) => {
      state.inFlight -= 1;
      watch.beginAnew();
      state.isFast = bytes.length >= FAST_BYTES_PER_MS * (performance.now() - startedAt);
      // Node tells of a write that a closing socket cut short as of one that went well.
      done(!error && !response.destroyed);
      if (!state.isPaused || response.destroyed) return;
      state.isPaused = false;
      goOn();
    });
  };
