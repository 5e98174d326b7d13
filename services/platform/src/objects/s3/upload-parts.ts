import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkContent } from '../check-content.ts';
import { type ObjectFacts, type PutOptions, StoreUnavailable } from '../port.ts';
import { chain, cutParts, nextOf } from './cut-parts.ts';
import { type LoadClient, isS3Error } from './load-client.ts';
import { throwRefusal } from './read-refusal.ts';
import type { SendToS3 } from './send-request.ts';

/** Where an object goes. */
export interface UploadTarget {
  loadClient: LoadClient;
  send: SendToS3;
  bucket: string;
  key: string;
  storedKey: string;
  path: string;
}

/**
 * Uploads a stream of any length: a short one by one request, another in parts, each signed with its SHA-256, against
 * which the server holds what came. The client's own upload is not used: without a length it collects half a gigabyte
 * per part, it goes on with parts of an earlier attempt, and it waits for ever for a stream that was destroyed.
 */
export const uploadStream = async (
  target: UploadTarget,
  content: Readable,
  { signal, expected = {} }: PutOptions,
): Promise<ObjectFacts> => {
  const check = checkContent(target.key, expected);
  let facts: ObjectFacts = { byteSize: 0, etag: '' };
  const store = async (source: AsyncIterable<Buffer>): Promise<void> => {
    facts = await storeParts(target, cutParts(source), signal);
  };
  await pipeline(content, check, store, signal === undefined ? {} : { signal });
  return facts;
};

const storeParts = async (
  target: UploadTarget,
  parts: AsyncGenerator<Buffer, undefined>,
  signal: AbortSignal | undefined,
): Promise<ObjectFacts> => {
  const first = (await nextOf(parts)) ?? Buffer.alloc(0);
  const second = await nextOf(parts);
  return second === null
    ? storeWhole(target, first, signal)
    : storeInParts(target, chain([first, second], parts), signal);
};

const storeWhole = async (
  target: UploadTarget,
  body: Buffer,
  signal: AbortSignal | undefined,
): Promise<ObjectFacts> => {
  try {
    return { byteSize: body.length, etag: await storePart(target, {}, body, signal) };
  } catch (error) {
    // It may have been stored all the same.
    await removeIfThere(target);
    throw error;
  }
};

const storeInParts = async (
  target: UploadTarget,
  parts: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): Promise<ObjectFacts> => {
  const { bucket, storedKey } = target;
  const client = await target.loadClient();
  const uploadId = await client.initiateNewMultipartUpload(bucket, storedKey, {}).catch(throwUnavailable);
  try {
    const stored: { part: number; etag: string }[] = [];
    let byteSize = 0;
    for await (const body of parts) {
      const part = stored.length + 1;
      const etag = await storePart(target, { partNumber: String(part), uploadId }, body, signal);
      stored.push({ part, etag });
      byteSize += body.length;
    }
    signal?.throwIfAborted();
    const { etag } = await client
      .completeMultipartUpload(bucket, storedKey, uploadId, stored)
      .catch(throwUnavailable);
    return { byteSize, etag: `"${etag}"` };
  } catch (error) {
    await forget(target, uploadId);
    throw error;
  }
};

/** Removes the parts, or the object where it was put together although no answer said so. */
const forget = async (target: UploadTarget, uploadId: string): Promise<void> => {
  const { loadClient, bucket, storedKey } = target;
  const client = await loadClient();
  const abort = () => client.abortMultipartUpload(bucket, storedKey, uploadId);
  await abort()
    .catch(abort)
    .catch(() => removeIfThere(target));
};

const removeIfThere = async ({ loadClient, bucket, storedKey }: UploadTarget): Promise<void> => {
  const client = await loadClient();
  await client.removeObject(bucket, storedKey).catch(() => undefined);
};

const throwUnavailable = (cause: unknown): never => {
  if (isS3Error(cause)) throw cause;
  throw new StoreUnavailable('The object store cannot be reached.', { cause });
};

const storePart = async (
  { send, path, key }: UploadTarget,
  query: Record<string, string>,
  body: Buffer,
  signal: AbortSignal | undefined,
): Promise<string> => {
  const answer = await send({ method: 'PUT', path, query, body, signal });
  if (answer.statusCode !== 200) return throwRefusal(answer, key);
  answer.resume();
  return answer.headers.etag ?? '';
};
