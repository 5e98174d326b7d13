import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { watchConnection } from './connection.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const aConnection = () => {
  const portal = { isThere: true, askedCount: 0 };
  const connection = watchConnection({
    ask: async () => {
      portal.askedCount += 1;
      return portal.isThere;
    },
  });
  return { portal, isAway: () => connection.store.get().isAway, ...connection };
};

test('when a call fails and the portal answers after all, then nothing is said', async () => {
  const { portal, doubt, isAway } = aConnection();
  doubt();
  doubt();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(portal.askedCount).toBe(1);
  expect(isAway()).toBe(false);
});

test('when something waits for the portal, then it goes on with the first answer, and not before', async () => {
  const { portal, untilThere } = aConnection();
  portal.isThere = false;
  const goOn = jest.fn();
  void untilThere().then(goOn);
  await jest.advanceTimersByTimeAsync(9_000);
  expect(goOn).not.toHaveBeenCalled();
  portal.isThere = true;
  await jest.advanceTimersByTimeAsync(4_000);
  expect(goOn).toHaveBeenCalledTimes(1);
});

test('when the portal does not answer, then it is asked again until it does, and no more', async () => {
  const { portal, doubt, isAway } = aConnection();
  portal.isThere = false;
  doubt();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(isAway()).toBe(true);
  await jest.advanceTimersByTimeAsync(12_000);
  expect(portal.askedCount).toBe(4);
  doubt();
  portal.isThere = true;
  await jest.advanceTimersByTimeAsync(4_000);
  expect(isAway()).toBe(false);
  const { askedCount } = portal;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(portal.askedCount).toBe(askedCount);
});

test('when the network is back, then the portal is asked at once; where it was not missed, not at all', async () => {
  const { portal, doubt, hope, isAway } = aConnection();
  hope();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(portal.askedCount).toBe(0);
  portal.isThere = false;
  doubt();
  await jest.advanceTimersByTimeAsync(1_000);
  portal.isThere = true;
  hope();
  await jest.advanceTimersByTimeAsync(0);
  expect(isAway()).toBe(false);
});
