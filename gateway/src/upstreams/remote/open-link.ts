import { type Socket, type TcpNetConnectOpts, connect } from 'node:net';
import type { WriteTurns } from '@vitrine/platform/http/write-turns.ts';
import { type ReadBuffers, SMALL_BYTE_SIZE } from './read-buffers.ts';

/** Gets what was read. `done` says that the bytes are needed no longer, and whether their buffer may be used again. */
export type TakeBytes = (bytes: Buffer, done: (isReusable: boolean) => void) => Taken;

export interface Taken {
  /** Whether to go on reading now; if not, until the socket is resumed. */
  readonly goOn: boolean;
  /** Whether the reader is so fast that a large buffer is worth it. */
  readonly isFast: boolean;
}

/** A connection whose bytes can be led past the parser of HTTP, once that has read the head of an answer. */
export interface Link {
  readonly socket: Socket;
  readonly divert: (take: TakeBytes) => void;
  /** In which what comes by it is written on. */
  readonly turns: WriteTurns;
}

/** Opens one that reads into pooled buffers; until it is diverted, it is a connection as any other. */
export const openLink = (options: TcpNetConnectOpts, buffers: ReadBuffers, turns: WriteTurns): Link => {
  let take: TakeBytes | undefined;
  let current = buffers.take(false);
  // What is read is always read into a buffer that nobody else uses, whoever resumes the socket.
  const handOn = (taking: TakeBytes, byteSize: number): boolean => {
    const buffer = current;
    const { goOn, isFast } = taking(buffer.subarray(0, byteSize), (isReusable) => {
      if (isReusable) buffers.giveBack(buffer);
      else buffers.discard(buffer);
    });
    current = buffers.take(isFast && byteSize >= Math.min(buffer.length, SMALL_BYTE_SIZE));
    return goOn;
  };
  const socket: Socket = connect({
    ...options,
    onread: {
      buffer: () => current,
      callback: (byteSize) =>
        take ? handOn(take, byteSize) : socket.push(Buffer.from(current.subarray(0, byteSize))),
    },
  });
  socket.once('close', () => buffers.giveBack(current));
  return {
    socket,
    divert: (to) => {
      take = to;
    },
    turns,
  };
};
