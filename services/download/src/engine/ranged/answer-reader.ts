import { bodyByteSizeOf, isKeptAfter, parseAnswerHead } from './answer-head.ts';
import { type Taker, noBytes, pour } from './exchange.ts';

/** Leads the bytes of one answer to who takes it. */
export type AnswerReader = {
  /** Where the next bytes may be written right away; null where they have to be looked at first. */
  place: () => Uint8Array | null;
  /** So many were written there. */
  placed: (byteSize: number) => void;
  /** These came elsewhere, in memory that is used again afterwards. */
  read: (bytes: Buffer) => void;
  /** Brings what was held back to where there is room by now. */
  drain: () => void;
  progress: () => AnswerProgress;
};

/** `held-back`: nobody wants the next bytes yet. `whole-and-over`: the connection is of no more use. */
type AnswerProgress = 'going-on' | 'held-back' | 'whole' | 'whole-and-over' | 'strange';

type State = { head: Buffer | null; left: number; held: Buffer; isKept: boolean; isStrange: boolean };

const longestHeadByteSize = 64 * 1024;
const endOfHead = '\r\n\r\n';

/** Understood are answers that tell their length, as all do that bring an object. */
export const createAnswerReader = (taker: Taker, isOver: () => boolean): AnswerReader => {
  const state: State = { head: noBytes, left: 0, held: noBytes, isKept: false, isStrange: false };
  const room = (): Uint8Array | null => (isOver() ? null : taker.room());
  const placed = (byteSize: number): void => {
    state.left -= byteSize;
    taker.onBytes(byteSize);
  };
  const take = (bytes: Buffer): void => {
    if (bytes.length > state.left) state.isKept = false;
    const rest = pour(bytes.subarray(0, state.left), { room, onBytes: placed });
    state.held = rest.length > 0 ? Buffer.from(rest) : noBytes;
  };
  const place = (): Uint8Array | null =>
    state.head !== null || state.left === 0 || state.held.length > 0
      ? null
      : (room()?.subarray(0, state.left) ?? null);
  return {
    place,
    placed,
    read: (bytes) => {
      if (state.head === null) take(joined(state.held, bytes));
      else {
        const rest = readHead(state, taker, joined(state.head, bytes));
        if (rest !== null && !isOver()) take(rest);
      }
    },
    drain: () => take(state.held),
    progress: () => {
      if (state.isStrange) return 'strange';
      if (state.head !== null) return 'going-on';
      if (state.left === 0) return state.isKept ? 'whole' : 'whole-and-over';
      return place() === null ? 'held-back' : 'going-on';
    },
  };
};

const joined = (before: Buffer, bytes: Buffer): Buffer =>
  before.length === 0 ? bytes : Buffer.concat([before, bytes]);

/** Answers what follows the head; null while it is not all there. */
const readHead = (state: State, taker: Taker, bytes: Buffer): Buffer | null => {
  const end = bytes.indexOf(endOfHead);
  if (end < 0) {
    state.head = Buffer.from(bytes);
    state.isStrange = bytes.length > longestHeadByteSize;
    return null;
  }
  const head = parseAnswerHead(bytes.toString('latin1', 0, end));
  if (head !== null) taker.onHead(head);
  const byteSize = head === null ? null : bodyByteSizeOf(head);
  if (head === null || byteSize === null) {
    state.isStrange = true;
    return null;
  }
  Object.assign(state, { head: null, left: byteSize, isKept: isKeptAfter(head) });
  return bytes.subarray(end + endOfHead.length);
};
