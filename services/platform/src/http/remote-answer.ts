import { AppError } from '../errors/app-error.ts';
import { reasonOf } from '../errors/reason-of.ts';
import { TooLate } from '../circuit/in-time.ts';
import { appErrorFromProblem } from './problem.ts';

/** What went wrong on the way to an answer, or what came was none of ours. */
class NoAnswer extends Error {}

/**
 * The answer of another service where it succeeded.
 * @throws AppError what the service says went wrong; NoAnswer for what is not said in our words
 */
export const succeeded = async (response: Response): Promise<Response> => {
  if (response.ok) return response;
  const problem = appErrorFromProblem(await response.json().catch(() => null));
  throw problem ?? new NoAnswer(`The answer was ${response.status} and no problem of ours.`);
};

/** What whoever asked a service says of a failure: where there is no answer of it now, the cause says whose is missing. */
export const unansweredBy = (name: string, error: unknown): AppError => {
  const isAppError = error instanceof AppError;
  if (isAppError && error.code !== 'temporarily-unavailable') return error;
  const details = isAppError ? error.details : { retryAfterSeconds: 1 };
  const cause = new Error(`${name}: ${reasonOf(error)}`, { cause: error });
  return new AppError('temporarily-unavailable', details, { cause });
};

/**
 * Whether asking again at once may help: where the connection was refused or broke. Not where the time was over, which
 * would be over again, and not where the circuit is open.
 */
export const mayHelpToAskAgain = (error: unknown): boolean =>
  !(error instanceof AppError || error instanceof TooLate || error instanceof NoAnswer);
