type Asked = {
  status: 'pending' | 'error' | 'success';
  /** How often the answer was a failure. */
  errorUpdateCount: number;
  data?: { downloadsLeft: number | null } | undefined;
};

/** So that a page that stays open tells in time that the share was closed. */
const USUAL_MS = 60_000;
/** A share that is closed may be opened again: the same link and the same session count then, and somebody may wait. */
const CLOSED_MS = 4_000;
/** Two minutes of that. Who leaves the page open for longer waits for nothing. */
const CLOSED_TIMES = 30;
const CLOSED_FOR_LONG_MS = 15_000;
/** Where downloads are counted, the page tells soon how many are left. */
const COUNTED_MS = 3_000;

/** After how long a guest's page asks anew how its share is. It does so only while it can be seen. */
export function askAgainAfterMs({ status, errorUpdateCount, data }: Asked): number {
  if (status === 'error') return errorUpdateCount <= CLOSED_TIMES ? CLOSED_MS : CLOSED_FOR_LONG_MS;
  return data !== undefined && data.downloadsLeft !== null ? COUNTED_MS : USUAL_MS;
}
