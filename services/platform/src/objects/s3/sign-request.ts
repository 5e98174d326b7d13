import { type KeyObject, createHmac, createSecretKey, hash } from 'node:crypto';

/** Who signs, and for which server. */
export interface Signing {
  host: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

/** What is signed. The path is encoded already; the query is encoded and in the order of its names. */
export interface RequestToSign {
  method: string;
  path: string;
  query?: string;
  /** SHA-256 of the body in hexadecimal digits, which the server holds the body against. Left out: no body. */
  contentSha256?: string;
}

const EMPTY_SHA256 = hash('sha256', '');
const SIGNED_HEADERS = 'host;x-amz-content-sha256;x-amz-date';
const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * Signs requests by Signature Version 4 in headers, good for 15 minutes. Other headers, as `Range`, may be added.
 * The client's own signatures derive the key of the day anew for each request, which costs ten times as much: with
 * thousands of small objects in a download that is what would take the time.
 */
export const createSigner = (
  signing: Signing,
  now: () => Date = () => new Date(),
): ((request: RequestToSign) => Record<string, string>) => {
  const { host, region, accessKey } = signing;
  const keyOfDay = createKeyOfDay(signing);
  return ({ method, path, query = '', contentSha256 = EMPTY_SHA256 }) => {
    const timestamp = timestampOf(now());
    const day = timestamp.slice(0, 8);
    const headers = { host, 'x-amz-content-sha256': contentSha256, 'x-amz-date': timestamp };
    const signedLines = `host:${host}\nx-amz-content-sha256:${contentSha256}\nx-amz-date:${timestamp}\n`;
    const canonical = [method, path, query, signedLines, SIGNED_HEADERS, contentSha256].join('\n');
    const scope = `${day}/${region}/s3/aws4_request`;
    const text = [ALGORITHM, timestamp, scope, hash('sha256', canonical)].join('\n');
    const signature = createHmac('sha256', keyOfDay(day)).update(text).digest('hex');
    const credential = `Credential=${accessKey}/${scope}`;
    const authorization = `${ALGORITHM} ${credential}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`;
    return { ...headers, authorization };
  };
};

const timestampOf = (time: Date): string => `${time.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const createKeyOfDay = ({ region, secretKey }: Signing): ((day: string) => KeyObject) => {
  let known: { day: string; key: KeyObject } | undefined;
  return (day) => {
    if (known?.day !== day) {
      const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
        (outer, text) => createHmac('sha256', outer).update(text).digest(),
        Buffer.from(`AWS4${secretKey}`),
      );
      // As bytes it would be wrapped anew for each request, which takes six times as long as the sum.
      known = { day, key: createSecretKey(key) };
    }
    return known.key;
  };
};
