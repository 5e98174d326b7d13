// Without the client of PostgreSQL: processes that have no database load this as well.

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const SHUTTING_DOWN = ['57P01', '57P02', '57P03'];
const NO_ROOM = ['53100', '53200', '53300'];

/** What a server says that is only starting or ending, or has no room on disk, in memory or for a connection. */
export const SERVER_NOT_READY: ReadonlySet<string> = new Set([...SHUTTING_DOWN, ...NO_ROOM]);

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]);

/** What pg says without a code when a connection is not made in time, ends while it is made, falls silent, or has ended. */
const NOT_CONNECTED = new RegExp(
  '^(timeout expired|timeout exceeded when trying to connect|Connection terminated|Query read timeout|' +
    'Client has encountered a connection error|Client was closed)',
);

/** Whether the server was not reached, or was lost: by the codes of the network and the words of pg. */
export const isNotConnected = (error: unknown): boolean => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return NETWORK.has(String(code)) || (typeof message === 'string' && NOT_CONNECTED.test(message));
};

/** https://www.prisma.io/docs/orm/reference/error-reference, and what its adapter calls the same. */
const OF_PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024']);
const OF_ADAPTER = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
]);

/**
 * A transaction that could not begin within its limit, or was ended at it and undone, since the server was slow or
 * silent. Prisma gives P2028 to wrong use of transactions too, so the words decide.
 */
const OUT_OF_TIME = /Unable to start a transaction in the given time|on an expired transaction/;

const isOutOfTime = ({ code, message }: { readonly code?: unknown; readonly message?: unknown }): boolean =>
  code === 'P2028' && typeof message === 'string' && OUT_OF_TIME.test(message);

/**
 * What a server says that ends a statement (57014), a transaction or a connection at a limit of time, its own or ours:
 * it was slow, held up by a lock, or this process stood still. A statement that is wrong is told by other codes.
 */
const ENDED_AT_LIMIT = ['57014', '25P03', '25P04', '57P05'];
const OF_SERVER = new Set([...SERVER_NOT_READY, ...ENDED_AT_LIMIT]);

const MAX_DEPTH = 6;

/** Whether a query failed because its server is away: nothing is wrong with it, and later it may be answered. */
export const isDatabaseAway = (error: unknown): boolean => hasAwayCode(error, 0);

const hasAwayCode = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return false;
  const { code, originalCode, kind, cause, meta, driverAdapterError } = value as Record<string, unknown>;
  const codes = [code, originalCode].map(String);
  if (codes.some((each) => OF_PRISMA.has(each) || OF_SERVER.has(each))) return true;
  if (OF_ADAPTER.has(String(kind)) || isNotConnected(value) || isOutOfTime(value)) return true;
  return [cause, meta, driverAdapterError].some((inner) => hasAwayCode(inner, depth + 1));
};
