import { text } from 'node:stream/consumers';
import { throwRefusal } from './read-refusal.ts';
import type { SendToS3 } from './send-request.ts';

/**
 * All keys of a bucket that begin so, page by page. The client's own lists are not used: they take a key of digits for
 * a number, and end with an error where a page has more quotation marks than its XML parser allows.
 */
export const listKeys = async function* (
  send: SendToS3,
  bucketPath: string,
  prefix: string,
): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const { keys, isLast } = await readPage(send, bucketPath, { prefix, after });
    yield* keys;
    const last = keys.at(-1);
    if (isLast || last === undefined) return;
    after = last;
  }
};

const readPage = async (
  send: SendToS3,
  bucketPath: string,
  { prefix, after }: { prefix: string; after: string },
): Promise<{ keys: string[]; isLast: boolean }> => {
  const query = { 'list-type': '2', prefix, ...(after && { 'start-after': after }) };
  const answer = await send({ method: 'GET', path: bucketPath, query });
  if (answer.statusCode !== 200) return throwRefusal(answer, prefix);
  const page = await text(answer);
  return {
    keys: [...page.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key),
    isLast: !page.includes('<IsTruncated>true</IsTruncated>'),
  };
};
