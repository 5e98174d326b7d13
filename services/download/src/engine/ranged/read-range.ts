import type { ClientRequest, IncomingMessage } from 'node:http';
import {
  ObjectChanged,
  ObjectMissing,
  type SignedRead,
  StoreUnavailable,
} from '@vitrine/platform/objects/port.ts';
import type { Connections } from './connections.ts';

/** Which bytes of which object are asked for. */
export type WantedRange = {
  objectKey: string;
  objectByteSize: number;
  offset: number;
  length: number;
};
export type RangeReading = {
  connections: Connections;
  signed: SignedRead;
  signal: AbortSignal;
  /** How long nothing may come. */
  stallMs: number;
  /** The ETag that an earlier answer gave, if any: the object has to be that one still. */
  knownTag: () => string | undefined;
  /** Bytes can be held back by pausing the answer, which then does not count as stalling. */
  onAnswer: (tag: string, answer: IncomingMessage) => void;
  onBytes: (bytes: Buffer) => void;
};

/**
 * One GET, whose body is handed on as it comes. Settles when nothing of it comes any more.
 * @throws ObjectMissing and ObjectChanged, which no repetition helps; anything else may go better the next time
 */
export const readRange = (wanted: WantedRange, reading: RangeReading): Promise<void> => {
  const { connections, signed, signal, stallMs } = reading;
  const headers = { ...signed.headers, ...conditionsOf(wanted, reading.knownTag()) };
  const sent = connections.get(signed.origin, { path: signed.path, headers });
  let isHeldBack = (): boolean => false;
  const stalled = setTimeout(() => {
    if (isHeldBack()) stalled.refresh();
    else sent.destroy(new StoreUnavailable('The object store stalls.'));
  }, stallMs);
  const abort = (): void => void sent.destroy();
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  const onAnswer = (tag: string, answer: IncomingMessage): void => {
    isHeldBack = () => answer.isPaused();
    reading.onAnswer(tag, answer);
  };
  const onProgress = (): void => void stalled.refresh();
  return answered(sent, wanted, { ...reading, onAnswer, onProgress }).finally(() => {
    clearTimeout(stalled);
    signal.removeEventListener('abort', abort);
  });
};

const conditionsOf = (wanted: WantedRange, tag: string | undefined): Record<string, string> => ({
  ...(isWhole(wanted) ? {} : { range: `bytes=${wanted.offset}-${wanted.offset + wanted.length - 1}` }),
  ...(tag === undefined ? {} : { 'if-match': tag }),
});

const isWhole = ({ offset, length, objectByteSize }: WantedRange): boolean =>
  offset === 0 && length === objectByteSize;

type Answering = RangeReading & { onProgress: () => void };

const answered = (sent: ClientRequest, wanted: WantedRange, answering: Answering): Promise<void> =>
  new Promise((resolve, reject) => {
    let left = wanted.length;
    const fail = (error: Error): void => {
      reject(error);
      left = 0; // Whatever still comes is not taken.
      sent.destroy();
    };
    sent.on('error', fail);
    sent.on('close', () => fail(new StoreUnavailable('The object store broke off.')));
    sent.on('response', (answer) => {
      answering.onProgress();
      answer.on('error', fail);
      const refusal = refusalOf(answer, wanted, answering.knownTag());
      if (refusal !== null) {
        fail(refusal);
        return;
      }
      answering.onAnswer(answer.headers.etag ?? '', answer);
      answer.on('data', (bytes: Buffer) => {
        if (bytes.length > left) return;
        left -= bytes.length;
        answering.onProgress();
        answering.onBytes(bytes);
      });
      answer.on('end', resolve);
    });
    sent.end();
  });

/** Why an answer is not the one that was asked for; null where it is. */
const refusalOf = (answer: IncomingMessage, wanted: WantedRange, tag: string | undefined): Error | null => {
  const { statusCode = 0, headers } = answer;
  if (statusCode === 404) return new ObjectMissing(wanted.objectKey);
  if (statusCode === 412 || statusCode === 416) return new ObjectChanged(wanted.objectKey);
  if (statusCode !== (isWhole(wanted) ? 200 : 206))
    return new StoreUnavailable(`The object store answered with ${statusCode}.`);
  const isMeant = hasTag(headers, tag) && hasSize(headers, wanted);
  return isMeant ? null : new ObjectChanged(wanted.objectKey);
};

const hasTag = ({ etag }: IncomingMessage['headers'], known: string | undefined): boolean =>
  etag !== undefined && (known === undefined || etag === known);

const hasSize = (headers: IncomingMessage['headers'], wanted: WantedRange): boolean => {
  if (Number(headers['content-length']) !== wanted.length) return false;
  const last = wanted.offset + wanted.length - 1;
  return (
    isWhole(wanted) || headers['content-range'] === `bytes ${wanted.offset}-${last}/${wanted.objectByteSize}`
  );
};
