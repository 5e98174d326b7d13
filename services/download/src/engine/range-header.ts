/** What of a request's headers bears on ranges; each as Node gives it. */
export type RangeHeaders = {
  range?: string | undefined;
  ifRange?: string | undefined;
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
};
export type Representation = { byteSize: number; etag: string };

/** `from` to `to` (exclusive) are the bytes to send; `contentRange` is the value of that header. */
export type RangeDecision =
  | { status: 200; from: 0; to: number }
  | { status: 206; from: number; to: number; contentRange: string }
  | { status: 304 }
  | { status: 412 }
  | { status: 416; contentRange: string };

/**
 * RFC 9110, 13.2.2 and 14: one range is served; several, a malformed one, or one that an If-Range of another
 * version guards, get the whole; who goes on only with a version that this is not, by If-Match, gets nothing.
 */
export const decideRange = (headers: RangeHeaders, { byteSize, etag }: Representation): RangeDecision => {
  if (headers.ifMatch !== undefined && !hasStrong(headers.ifMatch, etag)) return { status: 412 };
  if (headers.ifNoneMatch !== undefined && hasWeak(headers.ifNoneMatch, etag)) return { status: 304 };
  const asked = headers.range === undefined ? undefined : parseOneRange(headers.range);
  const isSameVersion = headers.ifRange === undefined || headers.ifRange.trim() === etag;
  if (asked === undefined || !isSameVersion) return { status: 200, from: 0, to: byteSize };
  return decideOneRange(asked, byteSize);
};

/** Both ends inclusive, as in the header; without `first` it is the last `last` bytes. */
type AskedRange = { first: number | undefined; last: number | undefined };

const parseOneRange = (header: string): AskedRange | undefined => {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header.trim());
  const first = numberIn(match?.[1]);
  const last = numberIn(match?.[2]);
  if (first === undefined && last === undefined) return undefined;
  return first !== undefined && last !== undefined && last < first ? undefined : { first, last };
};

const numberIn = (digits: string | undefined): number | undefined => (digits ? Number(digits) : undefined);

const decideOneRange = ({ first, last }: AskedRange, byteSize: number): RangeDecision => {
  const from = first ?? Math.max(byteSize - (last ?? 0), 0);
  const to = first === undefined ? byteSize : Math.min((last ?? Infinity) + 1, byteSize);
  // The last bytes of nothing are nothing, which no Content-Range can say.
  if (byteSize === 0 && first === undefined && last !== 0) return { status: 200, from: 0, to: 0 };
  if (from >= to) return { status: 416, contentRange: `bytes */${byteSize}` };
  return { status: 206, from, to, contentRange: `bytes ${from}-${to - 1}/${byteSize}` };
};

// By the comparisons of RFC 9110, 13.1.1 and 13.1.2: a weak tag never matches strongly.
const hasStrong = (header: string, etag: string): boolean => isAny(header) || tagsIn(header).includes(etag);
const hasWeak = (header: string, etag: string): boolean =>
  isAny(header) || tagsIn(header).some((tag) => tag.replace(/^W\//, '') === etag);

const isAny = (header: string): boolean => header.trim() === '*';
const tagsIn = (header: string): string[] => Array.from(header.matchAll(/(?:W\/)?"[^"]*"/g), String);
