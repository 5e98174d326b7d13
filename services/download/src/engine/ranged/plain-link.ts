import { type Socket, type TcpNetConnectOpts, connect } from 'node:net';
import { StoreUnavailable } from '@vitrine/platform/objects/port.ts';
import { type AnswerReader, createAnswerReader } from './answer-reader.ts';
import type { Exchange, Taker } from './exchange.ts';

/** A connection to a store, for one exchange after the other. */
export type PlainLink = {
  /** To be called only while it rests. */
  ask: (question: string, taker: Taker) => Exchange;
  destroy: () => void;
};

type Watch = {
  /** It may be asked again. */
  onRest: (link: PlainLink) => void;
  onClose: (link: PlainLink) => void;
};

type Asked = { taker: Taker; reader: AnswerReader };
type Open = {
  socket: Socket;
  asked: Asked | undefined;
  /** What broke it. */
  why: Error | undefined;
  rest: () => void;
};

// For a head and what comes with it: of a small object, all.
const scratchByteSize = 16 * 1024;

/**
 * The system writes a body to its final place: there is no parser and no stream between, and no new buffer for each
 * piece. Only where the head is still to come, or nobody wants the next bytes yet, they come to a place of the link.
 */
export const openPlainLink = (to: TcpNetConnectOpts, watch: Watch): PlainLink => {
  const scratch = Buffer.allocUnsafeSlow(scratchByteSize);
  let current: Uint8Array = scratch;
  const onBytes = (byteSize: number): boolean => {
    // Where nobody asked, the next answer would not be told from it.
    if (open.asked === undefined) open.socket.destroy();
    else if (current === scratch) open.asked.reader.read(scratch.subarray(0, byteSize));
    else open.asked.reader.placed(byteSize);
    const isToGoOn = lookAfter(open);
    current = open.asked?.reader.place() ?? scratch;
    return isToGoOn;
  };
  const socket = connect({
    ...to,
    noDelay: true,
    keepAlive: true,
    onread: { buffer: () => current, callback: onBytes },
  });
  const open: Open = { socket, asked: undefined, why: undefined, rest: () => watch.onRest(link) };
  const link: PlainLink = {
    ask: (question, taker) => begin(open, question, taker),
    destroy: () => void socket.destroy(),
  };
  socket.on('error', (error) => (open.why ??= error));
  socket.once('close', () => {
    watch.onClose(link);
    const { taker } = open.asked ?? {};
    open.asked = undefined;
    taker?.onFailure(open.why ?? new StoreUnavailable('The object store broke off.'));
  });
  return link;
};

const begin = (open: Open, question: string, taker: Taker): Exchange => {
  const { socket } = open;
  const mine = { taker, reader: createAnswerReader(taker, () => socket.destroyed) };
  open.asked = mine;
  socket.ref();
  socket.write(question, 'latin1');
  socket.resume();
  return {
    resume: () => {
      if (open.asked !== mine) return;
      mine.reader.drain();
      if (lookAfter(open)) socket.resume();
    },
    destroy: (why) => {
      if (open.asked === mine) breakOff(open, why);
    },
  };
};

/** Ends the exchange where that is due. Answers whether to read on. */
const lookAfter = (open: Open): boolean => {
  const { asked, socket } = open;
  if (asked === undefined || socket.destroyed) return true;
  const progress = asked.reader.progress();
  if (progress === 'held-back' || progress === 'going-on') return progress === 'going-on';
  if (progress === 'strange') {
    breakOff(open, new StoreUnavailable('The object store answered with what is not understood.'));
    return true;
  }
  open.asked = undefined;
  socket.unref(); // At rest it keeps no process alive.
  if (progress === 'whole') open.rest();
  else socket.destroy();
  asked.taker.onEnd();
  return true;
};

const breakOff = (open: Open, why: Error): void => {
  open.why ??= why;
  open.socket.destroy();
};
