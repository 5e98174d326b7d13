import type { ErrorCode } from '@vitrine/contracts';

/** Two are ours: `offline`, the portal could not be reached; `unanswered`, nobody waits for its answer any more. */
export type ApiErrorCode = ErrorCode | 'offline' | 'unanswered';

/** What the server answered instead of a result: RFC 9457 problem+json with a stable code. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ApiErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

/** Turns any answer that is not a success into an ApiError, also one that a proxy wrote in our place. */
export function errorFromAnswer(status: number, bodyText: string): ApiError {
  const problem = parsedObject(bodyText);
  const code = problem['code'];
  return new ApiError(typeof code === 'string' ? (code as ErrorCode) : codeOfStatus(status), problem);
}

export function codeOf(error: unknown): ApiErrorCode {
  return error instanceof ApiError ? error.code : 'internal-error';
}

/**
 * Whether a failed reading takes the place of what was read before: only where nothing was, or where the feature that it
 * belongs to was switched off.
 */
export function isFailureShown(query: { isError: boolean; error: unknown }, wasRead: boolean): boolean {
  return query.isError && (!wasRead || codeOf(query.error) === 'shares-not-enabled');
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'not-signed-in';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many-requests';
  if (status === 502 || status === 503 || status === 504) return 'temporarily-unavailable';
  return 'internal-error';
}

function parsedObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
