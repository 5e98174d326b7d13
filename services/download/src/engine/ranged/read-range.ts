import {
  ObjectChanged,
  ObjectMissing,
  type SignedRead,
  StoreUnavailable,
} from '@vitrine/platform/objects/port.ts';
import type { AnswerHead, Connections, Exchange, Taker } from './exchange.ts';

/** Which bytes of which object are asked for. */
export type WantedRange = {
  objectKey: string;
  objectByteSize: number;
  offset: number;
  length: number;
};

/** Bytes are held back while there is no room, which then does not count as stalling. */
export type RangeReading = Pick<Taker, 'room' | 'onBytes'> & {
  connections: Connections;
  signed: SignedRead;
  signal: AbortSignal;
  /** How long nothing may come. */
  stallMs: number;
  /** The ETag that an earlier answer gave, if any: the object has to be that one still. */
  knownTag: () => string | undefined;
  onAnswer: (tag: string, exchange: Exchange) => void;
};

/**
 * One GET, whose body is written to where there is room as it comes. Settles when nothing of it comes any more.
 * @throws ObjectMissing and ObjectChanged, which no repetition helps; anything else may go better the next time
 */
export const readRange = async (wanted: WantedRange, reading: RangeReading): Promise<void> => {
  const { connections, signed, signal, stallMs, room } = reading;
  signal.throwIfAborted();
  const headers = { ...signed.headers, ...conditionsOf(wanted, reading.knownTag()) };
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  let isAnswered = false;
  const exchange = connections.ask(
    signed.origin,
    { path: signed.path, headers },
    {
      room,
      onHead: (head) => {
        stalled.refresh();
        isAnswered = true;
        const refusal = refusalOf(head, wanted, reading.knownTag());
        if (refusal === null) reading.onAnswer(head.headers.etag ?? '', exchange);
        else exchange.destroy(refusal);
      },
      onBytes: (byteSize) => {
        stalled.refresh();
        reading.onBytes(byteSize);
      },
      onEnd: () => resolve(undefined),
      onFailure: reject,
    },
  );
  const stalled = setTimeout(() => {
    if (isAnswered && room() === null) stalled.refresh();
    else exchange.destroy(new StoreUnavailable('The object store stalls.'));
  }, stallMs);
  const abort = (): void => exchange.destroy(new StoreUnavailable('It was called off.'));
  signal.addEventListener('abort', abort, { once: true });
  await promise.finally(() => {
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

/** Why an answer is not the one that was asked for; null where it is. */
const refusalOf = (answer: AnswerHead, wanted: WantedRange, tag: string | undefined): Error | null => {
  const { statusCode, headers } = answer;
  if (statusCode === 404) return new ObjectMissing(wanted.objectKey);
  if (statusCode === 412 || statusCode === 416) return new ObjectChanged(wanted.objectKey);
  if (statusCode !== (isWhole(wanted) ? 200 : 206))
    return new StoreUnavailable(`The object store answered with ${statusCode}.`);
  const isMeant = hasTag(headers, tag) && hasSize(headers, wanted);
  return isMeant ? null : new ObjectChanged(wanted.objectKey);
};

const hasTag = ({ etag }: AnswerHead['headers'], known: string | undefined): boolean =>
  etag !== undefined && (known === undefined || etag === known);

const hasSize = (headers: AnswerHead['headers'], wanted: WantedRange): boolean => {
  if (Number(headers['content-length']) !== wanted.length) return false;
  const last = wanted.offset + wanted.length - 1;
  return (
    isWhole(wanted) || headers['content-range'] === `bytes ${wanted.offset}-${last}/${wanted.objectByteSize}`
  );
};
