import CircuitBreaker from 'opossum';
import { AppError } from '../errors/app-error.ts';
import type { Log } from '../log/log.ts';
import { TooLate, inTime } from './in-time.ts';

/** What happens at a breaker, for metrics. */
export type BreakerEvent = 'answered' | 'failed' | 'refused' | 'opened' | 'probing' | 'closed';

export interface BreakerOptions {
  /** Who is asked, as in logs and metrics: `share`, `store`, `mail`. */
  readonly name: string;
  readonly log: Log;
  /**
   * How long the other may take to its first word: to the head of an answer, never to the end of a stream. Left out
   * where the work has a limit of its own, and throws TooLate.
   */
  readonly timeoutMs?: number;
  /** Whether an error says that the other cannot do its work. A refusal is none: it is an answer. */
  readonly isFailure?: (error: unknown) => boolean;
  readonly observe?: (name: string, event: BreakerEvent) => void;
  /** How long an open one lets nothing through before it tries one call. */
  readonly resetMs?: number;
}

/** Keeps calls that would fail or hang from being made, and gives the other time to recover. */
export interface Breaker {
  /**
   * Runs work that asks somebody else. `signal` ends it when the time is over; once it has an outcome nothing does.
   * @throws AppError `temporarily-unavailable` when the time is over, and at once while the circuit is open; what the
   * work throws, as it is
   */
  readonly run: <Outcome>(work: (signal: AbortSignal) => Promise<Outcome>) => Promise<Outcome>;
  readonly isOpen: () => boolean;
  /** For work that neither proves nor disproves anything: it is refused while the circuit is open, and not counted. */
  readonly refuseWhileOpen: () => void;
}

const WINDOW_MS = 10_000;
/** Of so many calls in the window at least, this share has to fail. */
const CALLS_MIN = 5;
const FAILED_PERCENT = 50;
const RESET_MS = 2_000;

/**
 * A breaker (opossum) with our time limits and errors. There is no fallback, on purpose: while a circuit is open the
 * answer is 503, never "allowed" (promises.md, 14).
 */
export const createBreaker = (options: BreakerOptions): Breaker => {
  const { name, timeoutMs = Infinity, isFailure = isFailureOfTheOther, resetMs = RESET_MS } = options;
  const circuit = new CircuitBreaker((work: () => Promise<unknown>) => work(), {
    name,
    timeout: false,
    rollingCountTimeout: WINDOW_MS,
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
    volumeThreshold: CALLS_MIN,
    errorThresholdPercentage: FAILED_PERCENT,
    resetTimeout: resetMs,
    errorFilter: (error: unknown) => !(error instanceof TooLate || isFailure(error)),
  });
  tellOf(circuit, options);
  const unavailable = (cause: unknown) =>
    new AppError('temporarily-unavailable', { retryAfterSeconds: Math.ceil(resetMs / 1_000) }, { cause });
  return {
    run: async <Outcome>(work: (signal: AbortSignal) => Promise<Outcome>) => {
      try {
        return (await circuit.fire(() => inTime(work, timeoutMs))) as Outcome;
      } catch (error) {
        throw error instanceof TooLate || isOurs(error) ? unavailable(error) : error;
      }
    },
    isOpen: () => circuit.opened,
    refuseWhileOpen: () => {
      if (circuit.opened) throw unavailable(undefined);
    },
  };
};

/**
 * No answer, or a fault of the other's. An AppError is an answer: also "temporarily unavailable", with which it tells
 * that somebody behind it does not answer.
 */
export const isFailureOfTheOther = (error: unknown): boolean =>
  !(error instanceof AppError) || error.code === 'internal-error';

const isOurs = (error: unknown): boolean => error instanceof Error && CircuitBreaker.isOurError(error);

const tellOf = (circuit: CircuitBreaker<[() => Promise<unknown>]>, options: BreakerOptions): void => {
  const { name, log, observe = () => undefined } = options;
  const last: { failure?: unknown } = {};
  circuit.on('success', () => observe(name, 'answered'));
  circuit.on('reject', () => observe(name, 'refused'));
  circuit.on('failure', (error) => {
    last.failure = error;
    observe(name, 'failed');
  });
  circuit.on('open', () => {
    log.warn({ circuit: name, err: last.failure }, 'a circuit opened');
    observe(name, 'opened');
  });
  circuit.on('halfOpen', () => observe(name, 'probing'));
  circuit.on('close', () => {
    log.info({ circuit: name }, 'a circuit closed again');
    observe(name, 'closed');
  });
};
