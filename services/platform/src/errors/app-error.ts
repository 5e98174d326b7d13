import { ERROR_CODES, type ErrorCode } from '@vitrine/contracts';

/** Facts beside the code that a caller can act on, for instance the ids that are meant. Never a secret. */
export type ErrorDetails = Record<string, unknown>;

/**
 * An outcome that a caller can act on, out of the closed list of codes. Everything else that is thrown is a fault:
 * it reaches the edge, is logged there, and never shows its message.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(ERROR_CODES[code].title, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
