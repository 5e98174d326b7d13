import { expect, test } from '@jest/globals';
import { createSubjectQueue } from './subject-queue.ts';

test('when tasks have one subject, then each begins when the one before has ended, failed ones included', async () => {
  const queue = createSubjectQueue(9);
  const log: string[] = [];
  const task = (name: string) => async () => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
    if (name === 'a') throw new Error('a failed');
  };
  const outcomes = [queue.add('s', task('a')), queue.add('s', task('b'))];
  await expect(outcomes[0]).rejects.toThrow('a failed');
  await outcomes[1];
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('when a subject is held up, then others go on', async () => {
  const queue = createSubjectQueue(1);
  void queue.add('held up', () => new Promise(() => {}));
  await queue.add('free', () => queue.inPlace(() => Promise.resolve()));
});

test('when there are more tasks than places, then no more than fit run at once', async () => {
  const queue = createSubjectQueue(3);
  let now = 0;
  let most = 0;
  const task = () =>
    queue.inPlace(async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
    });
  await Promise.all(Array.from({ length: 20 }, (_, index) => queue.add(`s${index}`, task)));
  expect({ most, now }).toEqual({ most: 3, now: 0 });
});
