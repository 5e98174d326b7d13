import { expect, test } from '@jest/globals';
import { createConnection } from './connection.ts';

/** A server that answers as told, and pauses that are noted instead of waited for. */
const aConnection = (...answers: boolean[]) => {
  const seen: string[] = [];
  const connection = createConnection(() => seen.push('back'), {
    isThere: () => Promise.resolve(answers.shift() ?? true),
    pause: () => Promise.resolve(seen.push(connection.isLost() ? 'pause, lost' : 'pause')),
  });
  return { connection, seen };
};

test('when a single request got no answer but the server does, then nothing is said', async () => {
  const { connection, seen } = aConnection(true);
  await connection.doubt();
  expect([connection.isLost(), seen]).toEqual([false, []]);
});

test('when the server does not answer, then it is asked until it does, and all is told once', async () => {
  const { connection, seen } = aConnection(false, false, true);
  await Promise.all([connection.doubt(), connection.doubt()]);
  expect([connection.isLost(), seen]).toEqual([false, ['pause, lost', 'pause, lost', 'back']]);
});

test('when it is lost a second time, then it is noticed again', async () => {
  const { connection, seen } = aConnection(false, true, false, true);
  await connection.doubt();
  await connection.doubt();
  expect(seen).toEqual(['pause, lost', 'back', 'pause, lost', 'back']);
});
