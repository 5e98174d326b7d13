import type { Consumer } from './port.ts';
import { PermanentError } from './permanent-error.ts';

/** How a message is delivered again and again. */
export interface DeliveryOptions {
  /** The pauses before the second attempt, the third, and so on; after the last one the message is buried. */
  readonly retryDelaysMs: readonly number[];
  /** Resolves after that time, or rejects when the bus stops. */
  readonly pause: (delayMs: number) => Promise<void>;
  /** Runs one attempt when a place is free. */
  readonly inPlace: <T>(work: () => Promise<T>) => Promise<T>;
}

/** From the time when a broken database answers nothing: burying fails as well then, and both are tried on. */
const BURY_AGAIN_AFTER_MS = 15_000;

/** Delivers a message until it is handled or buried. Rejects only when the bus stops meanwhile. */
export const deliverUntilDone = async (
  consumer: Consumer,
  message: unknown,
  { retryDelaysMs, pause, inPlace }: DeliveryOptions,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const failure = await inPlace(() => failureOf(() => consumer.deliver(message)));
    if (!failure) return;
    const delayMs = failure.error instanceof PermanentError ? undefined : retryDelaysMs[attempt - 1];
    if (delayMs === undefined) {
      if (!(await failureOf(() => consumer.bury(message, failure.error, attempt)))) return;
      await pause(BURY_AGAIN_AFTER_MS);
    } else {
      await pause(delayMs);
    }
  }
};

const failureOf = async (work: () => Promise<void>): Promise<{ readonly error: unknown } | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    return { error };
  }
};
