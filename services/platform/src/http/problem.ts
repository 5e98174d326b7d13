import { ORPCError } from '@orpc/client';
import { ERROR_CODES, type ErrorCode } from '@vitrine/contracts';
import { isDatabaseAway } from '../database/database-away.ts';
import { AppError, type ErrorDetails } from '../errors/app-error.ts';

/** The body of an error: RFC 9457 with our stable `code`, and facts that a caller can act on. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  [fact: string]: unknown;
}

interface Issue {
  path: string;
  message: string;
}

/** Fields whose wrong value has a code of its own where the route names it, by the first part of their path. */
const CODE_OF_FIELD = new Map<string, ErrorCode>([
  ['title', 'invalid-title'],
  ['durationDays', 'invalid-duration'],
  ['guests', 'invalid-guest'],
  ['id', 'not-found'],
  ['guestId', 'not-found'],
]);

const segmentOf = (segment: unknown): string =>
  typeof segment === 'object' && segment !== null && 'key' in segment ? String(segment.key) : String(segment);

const issuesIn = (data: unknown): Issue[] => {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues))
    return [];
  return data.issues.map((issue: { path?: unknown[]; message?: string }) => ({
    path: (issue.path ?? []).map(segmentOf).join('.'),
    message: issue.message ?? '',
  }));
};

const invalidRequest = (
  error: ORPCError<string, unknown>,
  named: ReadonlySet<string> | undefined,
): AppError => {
  const issues = issuesIn(error.data);
  const [field = ''] = (issues[0]?.path ?? '').split('.');
  const ofField = CODE_OF_FIELD.get(field) ?? 'invalid-request';
  // An id that is none stands for nothing, whatever the route names.
  const isTold = ofField === 'not-found' || named === undefined || named.has(ofField);
  const code = isTold ? ofField : 'invalid-request';
  return new AppError(code, code === 'not-found' ? {} : { issues }, { cause: error });
};

const isBadRequest = (error: unknown): error is ORPCError<string, unknown> =>
  error instanceof ORPCError && error.status === 400;

const hasStatus = (error: unknown): error is { status: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number';

/** The codes of what Express's body parser throws, which names them by HTTP status. */
const CODE_OF_STATUS = new Map<number, ErrorCode>([
  [400, 'invalid-request'],
  [413, 'too-large'],
  [415, 'unsupported-media-type'],
]);

/**
 * What a caller may learn of anything that was thrown: an AppError as it is, a database that is away as something that
 * passes, all else as a fault of ours.
 * @param named the codes that the route names; any where left out
 */
export const asAppError = (error: unknown, named?: ReadonlySet<string>): AppError => {
  if (error instanceof AppError) return error;
  if (isBadRequest(error)) return invalidRequest(error, named);
  if (isDatabaseAway(error)) return new AppError('temporarily-unavailable', {}, { cause: error });
  const code = hasStatus(error) ? CODE_OF_STATUS.get(error.status) : undefined;
  return new AppError(code ?? 'internal-error', {}, { cause: error });
};

/** The problem+json of an outcome. */
export const problemOf = (code: ErrorCode, details: ErrorDetails = {}): Problem => ({
  ...details,
  type: `https://vitrine.example/problems/${code}`,
  title: ERROR_CODES[code].title,
  status: ERROR_CODES[code].status,
  code,
});

/** The outcome that a problem+json body tells of; null when it is none. */
export const appErrorFromProblem = (body: unknown): AppError | null => {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null;
  const { code, type: _type, title: _title, status: _status, ...details } = body as Problem;
  return code in ERROR_CODES ? new AppError(code, details) : null;
};
