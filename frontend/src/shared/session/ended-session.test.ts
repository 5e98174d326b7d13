import { expect, test } from '@jest/globals';
import { watchSession } from './ended-session.ts';

test('when a session is open, then what is read waits for nothing', async () => {
  await expect(watchSession().untilOpen()).resolves.toBeUndefined();
});

test('when two answers tell of the end, then it ended once, and goes on once', () => {
  const session = watchSession();
  const told: string[] = [];
  session.store.subscribe(() => told.push(session.store.get().phase));
  session.end();
  session.end();
  session.goOn();
  session.goOn();
  expect(told).toEqual(['ended', 'open']);
  expect(session.store.get().signIns).toBe(1);
});

test('when it goes on, then all that waited for it goes on', async () => {
  const session = watchSession();
  session.end();
  const waiting = [session.untilOpen(), session.untilOpen()];
  session.goOn();
  await Promise.all(waiting);
});

test('when what was asked for is given up meanwhile, then it waits no longer', async () => {
  const session = watchSession();
  const asking = new AbortController();
  session.end();
  const waiting = session.untilOpen(asking.signal);
  asking.abort();
  await expect(waiting).rejects.toThrow();
});

test('when another person is signed in, then the page never goes on', () => {
  const session = watchSession();
  session.end();
  session.leave();
  session.goOn();
  session.end();
  expect(session.store.get().phase).toBe('left');
});
