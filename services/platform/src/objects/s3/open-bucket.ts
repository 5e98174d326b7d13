import { Refusal } from '../../errors/refusal.ts';
import { StoreUnavailable } from '../port.ts';
import { readRefusal } from './read-refusal.ts';
import type { SendToS3 } from './send-request.ts';

const KEYS = 'Check S3_ACCESS_KEY and S3_SECRET_KEY.';
const SENTENCES: Record<string, string> = {
  InvalidAccessKeyId: `does not know the access key. ${KEYS}`,
  SignatureDoesNotMatch: `does not accept the secret of the access key. ${KEYS}`,
  AccessDenied: `does not let this access key into the bucket. ${KEYS}`,
  RequestTimeTooSkewed: 'has another time than this machine: set both clocks.',
  AuthorizationHeaderMalformed: 'is in another region. Check S3_REGION.',
  InvalidBucketName: 'does not accept the name of the bucket. Check S3_BUCKET.',
};
const HELD_ALREADY = new Set(['BucketAlreadyOwnedByYou', 'BucketAlreadyExists']);

/**
 * Sees that the bucket is there and open to us; makes it where it is missing.
 * @throws Refusal with a sentence where time does not help; StoreUnavailable where it may
 */
export const openBucket = async (to: { send: SendToS3; bucket: string; region: string }): Promise<void> => {
  const { send, bucket, region } = to;
  const answer = await send({
    method: 'GET',
    path: `/${bucket}`,
    query: { 'list-type': '2', 'max-keys': '1' },
  });
  const code = await readRefusal(answer);
  if (answer.statusCode === 200) return;
  if (code !== 'NoSuchBucket') throw refusalOf(code, answer.statusCode);
  const answerToMaking = await send({ method: 'PUT', path: `/${bucket}`, body: placeOf(region) });
  const refused = await readRefusal(answerToMaking);
  if (answerToMaking.statusCode === 200 || HELD_ALREADY.has(refused)) return;
  if (refused === 'AccessDenied')
    throw new Refusal(
      `The object store has no bucket ${bucket}, and does not let this access key make it. Make it, or check S3_BUCKET.`,
    );
  throw refusalOf(refused, answerToMaking.statusCode);
};

/** Where the bucket is to lie. The first region of S3 is the one that is not said: it refuses its own name. */
const placeOf = (region: string): Buffer =>
  Buffer.from(
    region === 'us-east-1'
      ? ''
      : '<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
          `<LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`,
  );

const refusalOf = (code: string, status = 0): Error => {
  const sentence = SENTENCES[code];
  if (sentence !== undefined) return new Refusal(`The object store ${sentence}`);
  return new StoreUnavailable(`The object store answers with ${status} ${code}.`);
};
