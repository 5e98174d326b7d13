import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heardLog } from '../testing/heard-log.ts';
import { noteDatabase } from '../testing/note-database.ts';
import type { NoteRepositories } from '../testing/note-database.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { every } from './every.ts';

let database: TestDatabase<NoteRepositories>;

beforeAll(async () => {
  database = await openTestDatabase(noteDatabase);
});
afterAll(() => database.drop());

const aJob = (name: string, seconds: number, run: (stopping: AbortSignal) => Promise<void>) =>
  every({ name, seconds, database, log: quietLog, run });

test('when a run fails, then the next one comes all the same', async () => {
  const third = Promise.withResolvers<unknown>();
  let runs = 0;
  const job = aJob('failing', 0.01, async () => {
    runs += 1;
    if (runs === 3) third.resolve(undefined);
    throw new Error('no');
  });
  await third.promise;
  await job.stop();
});

test('when it is stopped, then it waits for the run that goes on and begins no other', async () => {
  const entered = Promise.withResolvers<unknown>();
  const goOn = Promise.withResolvers<unknown>();
  const log: string[] = [];
  const job = aJob('slow', 0.001, async () => {
    log.push('begins');
    entered.resolve(undefined);
    await goOn.promise;
    log.push('ends');
  });
  await entered.promise;
  const stopped = job.stop();
  goOn.resolve(undefined);
  await stopped;
  expect(log).toEqual(['begins', 'ends']);
});

test('when it is stopped, then the run that goes on is told, and ends without a word', async () => {
  const { log, lines } = heardLog();
  const entered = Promise.withResolvers<unknown>();
  const run = async (stopping: AbortSignal): Promise<void> => {
    entered.resolve(undefined);
    await once(stopping, 'abort');
    stopping.throwIfAborted();
  };
  const job = every({ name: 'long', seconds: 60, database, log, run });
  await entered.promise;
  await job.stop();
  expect(lines).toEqual([]);
});

test('when another replica runs the job, then this one leaves the turn out', async () => {
  const entered = Promise.withResolvers<unknown>();
  const goOn = Promise.withResolvers<unknown>();
  let runsOfOther = 0;
  const one = aJob('shared', 60, async () => {
    entered.resolve(undefined);
    await goOn.promise;
  });
  await entered.promise;
  const other = aJob('shared', 60, async () => {
    runsOfOther += 1;
  });
  await other.stop();
  goOn.resolve(undefined);
  await one.stop();
  expect(runsOfOther).toBe(0);
});

test('when it is wanted soon, then it does not wait for its turn', async () => {
  const first = Promise.withResolvers<unknown>();
  const second = Promise.withResolvers<unknown>();
  const runs = [first, second];
  const job = aJob('wanted', 3_600, async () => runs.shift()?.resolve(undefined));
  await first.promise;
  job.runSoon();
  await second.promise;
  await job.stop();
});
