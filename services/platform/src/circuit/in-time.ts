import { timeLimit } from '../schedule/time-limit.ts';

/** The time for something was over before there was an outcome. */
export class TooLate extends Error {}

/** The outcome of work that is told by a signal when its time, which may be Infinity, is over. @throws TooLate then, whatever the work does */
export const inTime = async <Outcome>(
  work: (signal: AbortSignal) => Promise<Outcome>,
  timeoutMs: number,
): Promise<Outcome> => {
  const controller = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const end = timeLimit(timeoutMs, () => {
    const error = new TooLate(`There was no answer within ${timeoutMs} ms.`);
    reject(error);
    controller.abort(error);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    end();
  }
};
