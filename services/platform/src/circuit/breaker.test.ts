import { expect, test } from '@jest/globals';
import { AppError } from '../errors/app-error.ts';
import { eventually } from '../testing/eventually.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { type BreakerEvent, createBreaker } from './breaker.ts';

const aBreaker = (overrides = {}) => {
  const events: BreakerEvent[] = [];
  const observe = (_name: string, event: BreakerEvent) => events.push(event);
  const options = { name: 'other', log: quietLog, timeoutMs: 50, resetMs: 100, observe, ...overrides };
  return { events, breaker: createBreaker(options) };
};

const unavailable = { code: 'temporarily-unavailable', details: { retryAfterSeconds: 1 } };
const fail = () => Promise.reject(new Error('broken'));
const refuse = () => Promise.reject(new AppError('not-found'));
const hang = () => Promise.withResolvers<never>().promise;
const outcomes = async (times: number, call: () => Promise<unknown>) => {
  const errors: unknown[] = [];
  for (let time = 0; time < times; time += 1) await call().catch((error: unknown) => errors.push(error));
  return errors;
};

test('when the other fails again and again, then it is not asked any more, and told so at once', async () => {
  const { breaker, events } = aBreaker();
  await outcomes(5, () => breaker.run(fail));
  expect(breaker.isOpen()).toBe(true);
  let asked = 0;
  const ask = () => breaker.run(async () => (asked += 1));
  await expect(ask()).rejects.toMatchObject(unavailable);
  expect(asked).toBe(0);
  expect(events.slice(-3)).toEqual(['failed', 'opened', 'refused']);
});

test('when the other hangs, then its work is ended in time, and that counts as a failure', async () => {
  const { breaker } = aBreaker();
  const signals: AbortSignal[] = [];
  const errors = await outcomes(5, () =>
    breaker.run((signal) => {
      signals.push(signal);
      return hang();
    }),
  );
  for (const error of errors) expect(error).toMatchObject(unavailable);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
  expect(breaker.isOpen()).toBe(true);
});

test('when the other refuses, then that is an answer: the circuit stays closed however often', async () => {
  const { breaker } = aBreaker();
  const errors = await outcomes(50, () => breaker.run(refuse));
  expect(new Set(errors.map((error) => (error as AppError).code))).toEqual(new Set(['not-found']));
  expect(breaker.isOpen()).toBe(false);
});

test('when an open circuit is tried again, then by one call alone, and its outcome decides', async () => {
  const { breaker, events } = aBreaker();
  await outcomes(5, () => breaker.run(fail));
  await eventually(() => expect(events.at(-1)).toBe('probing'));
  const probe = Promise.withResolvers<string>();
  const probing = breaker.run(() => probe.promise);
  await expect(breaker.run(async () => 'second')).rejects.toMatchObject(unavailable);
  probe.reject(new Error('still broken'));
  await expect(probing).rejects.toThrow('still broken');
  await expect(breaker.run(async () => 'third')).rejects.toMatchObject(unavailable);
  await eventually(() => expect(events.at(-1)).toBe('probing'));
  expect(await breaker.run(async () => 'back')).toBe('back');
  expect(events.slice(-2)).toContain('closed');
  expect(await Promise.all([1, 2, 3].map((each) => breaker.run(async () => each)))).toEqual([1, 2, 3]);
});

test('when there is an outcome, then its signal never fires: what streams after it has no limit', async () => {
  const { breaker } = aBreaker({ timeoutMs: 20 });
  const signal = await breaker.run(async (given) => given);
  const started = performance.now();
  await eventually(() => expect(performance.now() - started).toBeGreaterThan(60));
  expect(signal.aborted).toBe(false);
});
