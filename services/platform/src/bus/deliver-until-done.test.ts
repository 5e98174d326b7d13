import { expect, test } from '@jest/globals';
import { deliverUntilDone } from './deliver-until-done.ts';
import { PermanentError } from './permanent-error.ts';
import type { Consumer } from './port.ts';

/** Delivers with the outcomes in turn and tells what happened. */
const story = async (outcomes: { deliver: (Error | 'ok')[]; bury?: (Error | 'ok')[] }): Promise<string[]> => {
  const told: string[] = [];
  const next = (name: 'deliver' | 'bury') => async () => {
    const outcome = outcomes[name]?.shift() ?? 'ok';
    told.push(`${name} ${outcome instanceof Error ? 'fails' : 'ok'}`);
    if (outcome instanceof Error) throw outcome;
  };
  const consumer: Consumer = {
    name: 'q',
    types: '*',
    audience: 'one process',
    deliver: next('deliver'),
    bury: next('bury'),
  };
  await deliverUntilDone(
    consumer,
    {},
    {
      retryDelaysMs: [50, 250],
      pause: async (delayMs) => void told.push(`pause ${delayMs}`),
      inPlace: (work) => work(),
    },
  );
  return told;
};
const failure = new Error('no');

test('when it succeeds, then that is all', async () => {
  expect(await story({ deliver: ['ok'] })).toEqual(['deliver ok']);
});

test('when it fails each time, then it is buried after the last pause', async () => {
  expect(await story({ deliver: [failure, failure, failure] })).toEqual([
    'deliver fails',
    'pause 50',
    'deliver fails',
    'pause 250',
    'deliver fails',
    'bury ok',
  ]);
});

test('when no repetition helps, then it is buried at once', async () => {
  expect(await story({ deliver: [new PermanentError('never')] })).toEqual(['deliver fails', 'bury ok']);
});

test('when nothing can be buried either, as in an outage, then it is delivered after it', async () => {
  expect(await story({ deliver: [failure, failure, failure, 'ok'], bury: [failure] })).toEqual([
    'deliver fails',
    'pause 50',
    'deliver fails',
    'pause 250',
    'deliver fails',
    'bury fails',
    'pause 15000',
    'deliver ok',
  ]);
});
