import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { AbortedBy } from '../download.ts';
import { SendFailure } from '../engine/send-failure.ts';
import type { EndReason } from '../running-downloads.ts';

/** Who or what ended a download before its end. */
export const abortedBy = (failure: unknown): AbortedBy => {
  if (!(failure instanceof SendFailure)) return 'source';
  switch (failure.reason) {
    case 'closed':
    case 'stalled':
      return 'reader';
    case 'aborted':
      return failure.cause as EndReason;
    case 'refused':
      return isDenial(failure.cause) ? 'revocation' : 'source';
    case 'source':
      return 'source';
  }
};

/** What is answered where nothing was sent yet; nothing to one who is gone. */
export const errorOf = (by: AbortedBy, failure: unknown): AppError | null => {
  if (by === 'reader') return null;
  if (by === 'revocation') return new AppError('not-downloadable', {}, { cause: failure });
  return new AppError('temporarily-unavailable', { retryAfterSeconds: 5 }, { cause: failure });
};

const isDenial = (cause: unknown): boolean => cause instanceof AppError && cause.code === 'not-downloadable';
