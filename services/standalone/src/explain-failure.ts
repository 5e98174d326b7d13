import { ConfigError } from '@vitrine/platform/config/read-config.ts';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';

const DISK_FULL =
  'The disk of the data folder, or that of temporary files, is full. Make room there, or give another data folder with DATA_DIR.';

/** The codes of Node, PostgreSQL and SQLite for it, and what PostgreSQL’s programs write of it. */
const NO_ROOM_CODES: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', '53100']);
const SQLITE_FULL = 13;
const NO_ROOM_WORDS = /No space left on device|Disk quota exceeded/;

/** A sentence for what the person at the keyboard can mend; the stack, and what is behind it, for everything else. */
export const explainFailure = (error: unknown): string => {
  if (error instanceof Refusal || error instanceof ConfigError) return error.message;
  const chain = causesOf(error);
  if (chain.some(isWantOfRoom)) return DISK_FULL;
  return chain
    .map((each) => (each instanceof Error ? (each.stack ?? each.message) : String(each)))
    .join('\n');
};

const causesOf = (error: unknown): unknown[] =>
  error instanceof Error && error.cause !== undefined ? [error, ...causesOf(error.cause)] : [error];

const isWantOfRoom = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return NO_ROOM_CODES.has(code) || errcode === SQLITE_FULL || NO_ROOM_WORDS.test(error.message);
};
