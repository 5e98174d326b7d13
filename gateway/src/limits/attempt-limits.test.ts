import { expect, test } from '@jest/globals';
import { attemptLimits } from './attempt-limits.ts';
import { processCounters } from './process-counters.ts';

const ADDRESS = '192.0.2.1';

const limitsInProcess = () => {
  const counters = processCounters(() => 0);
  return attemptLimits({
    increment: (key, seconds) => Promise.resolve(counters.increment(key, seconds)),
    read: (key) => Promise.resolve(counters.read(key)),
    forget: () => Promise.resolve(),
  });
};

test.each(['Link', 'Code', 'Token'] as const)(
  'when forty guesses of a %s were all let through at once, then thirty are told that they were wrong',
  async (guessed) => {
    const limits = limitsInProcess();
    const guesses = Array.from({ length: 40 }, () => ADDRESS);
    await Promise.all(guesses.map(limits[`before${guessed}`]));
    const told = await Promise.allSettled(guesses.map(limits[`afterWrong${guessed}`]));
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
    await expect(limits[`before${guessed}`](ADDRESS)).rejects.toMatchObject({ code: 'too-many-requests' });
  },
);
