// https://www.postgresql.org/docs/18/errcodes-appendix.html
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
// https://www.prisma.io/docs/orm/reference/error-reference
const PRISMA_WRITE_CONFLICT = 'P2034';

const CODES = new Set([SERIALIZATION_FAILURE, DEADLOCK, PRISMA_WRITE_CONFLICT]);
const MAX_DEPTH = 6;

/**
 * Whether the database ended a transaction only because of its neighbours, so that the same work can succeed now.
 * The code stands at different depths: `code` of pg, `meta.code` of Prisma's raw queries, the cause of its adapter.
 */
export const isTransactionConflict = (error: unknown): boolean => hasConflictCode(error, 0);

const hasConflictCode = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return false;
  const { code, originalCode, kind, cause, meta, driverAdapterError } = value as Record<string, unknown>;
  if (kind === 'TransactionWriteConflict') return true;
  if ([code, originalCode].some((candidate) => typeof candidate === 'string' && CODES.has(candidate)))
    return true;
  return [cause, meta, driverAdapterError].some((inner) => hasConflictCode(inner, depth + 1));
};
