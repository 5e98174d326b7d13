import type { IncomingMessage } from 'node:http';
import { ObjectChanged, ObjectMissing, RangeBeyondObject, StoreUnavailable } from '../port.ts';

const BODY_BYTES_MAX = 64 * 1024;

/** Why an S3 server refused: its own word for it, e.g. `NoSuchBucket`; empty where it has none. */
export const readRefusal = async (answer: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    body += chunk.toString();
    if (body.length > BODY_BYTES_MAX) break;
  }
  return /<Code>([^<]*)<\/Code>/.exec(body)?.[1] ?? '';
};

/** Reads a refusal to its end, and throws what the port promises for it. */
export const throwRefusal = async (answer: IncomingMessage, key: string): Promise<never> => {
  const status = answer.statusCode ?? 0;
  const code = await readRefusal(answer);
  if (status === 404 && code !== 'NoSuchBucket') throw new ObjectMissing(key);
  if (status === 412) throw new ObjectChanged(key);
  if (status === 416) throw new RangeBeyondObject(key);
  const message = `The object store refused a request with ${status} ${code}`.trimEnd() + '.';
  throw status >= 500 || status === 429 ? new StoreUnavailable(message) : new Error(message);
};
