import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { StoreUnavailable } from '../port.ts';

/**
 * The body of an answer as a stream that fails where the connection breaks, and where nothing comes for `stallMs`
 * although somebody waits for it. A reader who takes his time is none of that.
 */
export const watchBody = (answer: IncomingMessage, stallMs: number): Readable => {
  let timer: NodeJS.Timeout | undefined;
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const wait = (): void => {
    if (timer !== undefined) timer.refresh();
    else timer = setTimeout(() => body.destroy(new StoreUnavailable('The object store stalls.')), stallMs);
  };
  const breakOff = (cause?: unknown): void => {
    body.destroy(new StoreUnavailable('The object store broke off.', { cause }));
  };
  const body = new Readable({
    read: () => {
      wait();
      answer.resume();
    },
    destroy: (error, done) => {
      rest();
      answer.destroy();
      done(error);
    },
  });
  answer.on('data', (chunk: Buffer) => {
    if (body.push(chunk)) wait();
    else {
      rest();
      answer.pause();
    }
  });
  answer.once('end', () => {
    rest();
    body.push(null);
  });
  answer.on('error', breakOff);
  answer.once('close', () => {
    if (!answer.complete) breakOff();
  });
  answer.pause();
  return body;
};
