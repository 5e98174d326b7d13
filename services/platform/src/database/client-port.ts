/**
 * What the platform uses of a Prisma client within a transaction. Structural, since each service generates a
 * client of its own and the platform knows none of them.
 */
export interface RawExecutor {
  $queryRawUnsafe<T = unknown>(text: string, ...values: unknown[]): PromiseLike<T>;
  $executeRawUnsafe(text: string, ...values: unknown[]): PromiseLike<number>;
}

/** Isolation levels by the names that Prisma gives them. */
export type IsolationLevel = 'ReadCommitted' | 'RepeatableRead' | 'Serializable';

/** Limits of an interactive transaction. */
export interface TransactionLimits {
  readonly maxWait?: number;
  readonly timeout?: number;
  readonly isolationLevel?: IsolationLevel;
}

/** What the platform uses of a Prisma client. */
export interface DatabaseClient<Transaction extends RawExecutor> extends RawExecutor {
  $transaction<T>(work: (transaction: Transaction) => Promise<T>, limits?: TransactionLimits): Promise<T>;
  $disconnect(): Promise<void>;
}
