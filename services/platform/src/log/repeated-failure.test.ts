import { expect, test } from '@jest/globals';
import { withinTime } from '../schedule/within-time.ts';
import { createLog } from './log.ts';
import { sayRepeatedFailure } from './repeated-failure.ts';

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

const listened = () => {
  const lines: unknown[] = [];
  const say = (level: string) => (facts: object, text: string) => lines.push([level, facts, text]);
  const log = createLog({ service: 'test', level: 'silent' });
  const told = { info: say('info'), warn: say('warn'), error: say('error') };
  return { lines, outcome: sayRepeatedFailure(Object.assign(Object.create(log) as typeof log, told), 'no') };
};

test('when an engine is away for many tries, then it is said once with the reason, and once when it is back', () => {
  const { lines, outcome } = listened();
  outcome.succeeded();
  for (let count = 1; count <= 20; count += 1) outcome.failed(away);
  outcome.succeeded();
  outcome.succeeded();
  outcome.failed(away);
  expect(lines).toEqual([
    ['warn', { failures: 1, reason: 'connect ECONNREFUSED' }, 'no'],
    ['info', { failures: 20 }, 'no; now it works again'],
    ['warn', { failures: 1, reason: 'connect ECONNREFUSED' }, 'no'],
  ]);
});

test('when an engine did not answer in time, then there is a reason and no stack', async () => {
  const { lines, outcome } = listened();
  const late = withinTime(new Promise(() => undefined), 1, 'It does not answer.');
  await late.catch(outcome.failed);
  expect(lines).toEqual([['warn', { failures: 1, reason: 'It does not answer.' }, 'no']]);
});

test('when it may be a mistake of ours, then it is an error with all that is known', () => {
  const { lines, outcome } = listened();
  const mistake = new Error('no such column');
  outcome.failed(mistake);
  expect(lines).toEqual([['error', { failures: 1, err: mistake }, 'no']]);
});
