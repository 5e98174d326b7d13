import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { LiveHint } from '@vitrine/contracts';
import { openLiveConnection } from './live-connection.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A page with its connections, each of which the test speaks through. */
const aPage = () => {
  const closing = new AbortController();
  const state = { isHidden: false, change: (): void => undefined };
  const opened: (EventTarget & { isClosed: boolean })[] = [];
  const told: (string | LiveHint)[] = [];
  openLiveConnection(
    {
      path: '/events',
      signal: closing.signal,
      onHello: () => told.push('hello'),
      onHint: (hint) => told.push(hint),
      onEnded: () => told.push('ended'),
    },
    {
      open: () => {
        const source = Object.assign(new EventTarget(), { isClosed: false });
        opened.push(source);
        const close = () => {
          source.isClosed = true;
        };
        return Object.assign(source, { close }) as unknown as EventSource;
      },
      isHidden: () => state.isHidden,
      onChange: (listener) => {
        state.change = listener;
      },
      random: () => 1,
    },
  );
  return {
    told,
    opened,
    says: (name: string, data = '{}') =>
      opened.at(-1)?.dispatchEvent(Object.assign(new Event(name), { data })),
    hide: () => {
      state.isHidden = true;
      state.change();
    },
    show: () => {
      state.isHidden = false;
      state.change();
    },
    leave: () => closing.abort(),
    openCount: () => opened.filter(({ isClosed }) => !isClosed).length,
  };
};

test('when hints come, then they are handed on', () => {
  const page = aPage();
  page.says('hello');
  page.says('hint', '{"type":"session-changed"}');
  expect(page.told).toEqual(['hello', { type: 'session-changed' }]);
});

test('when the connection fails again and again, then the pauses grow up to half a minute', () => {
  const page = aPage();
  const pauses = [2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
  for (const [index, pauseMs] of pauses.entries()) {
    page.says('error');
    expect(page.openCount()).toBe(0);
    jest.advanceTimersByTime(pauseMs - 1);
    expect(page.opened).toHaveLength(index + 1);
    jest.advanceTimersByTime(1);
    expect(page.opened).toHaveLength(index + 2);
  }
  jest.advanceTimersByTime(10_001);
  page.says('error');
  jest.advanceTimersByTime(1_000);
  expect(page.openCount()).toBe(1);
});

test('when the page is hidden for long, then it listens no more until it is seen again', () => {
  const page = aPage();
  page.hide();
  jest.advanceTimersByTime(29_999);
  expect(page.openCount()).toBe(1);
  page.show();
  page.hide();
  jest.advanceTimersByTime(30_000);
  expect(page.openCount()).toBe(0);
  page.show();
  expect([page.openCount(), page.opened.length]).toEqual([1, 2]);
});

test('when the page is seen again in time, then the connection stays', () => {
  const page = aPage();
  page.hide();
  jest.advanceTimersByTime(10_000);
  page.show();
  jest.advanceTimersByTime(100_000);
  expect([page.openCount(), page.opened.length]).toEqual([1, 1]);
});

test('when the right is gone, then it is told, and tried again only much later', () => {
  const page = aPage();
  page.says('ended');
  expect([page.told, page.openCount()]).toEqual([['ended'], 0]);
  jest.advanceTimersByTime(59_999);
  expect(page.openCount()).toBe(0);
  jest.advanceTimersByTime(1);
  expect(page.openCount()).toBe(1);
});

test('when connections are refused, then it is told once that the right may be gone', () => {
  const page = aPage();
  page.says('hello');
  page.says('error');
  jest.advanceTimersByTime(30_000);
  expect(page.told).toEqual(['hello']);
  const refused = aPage();
  for (let count = 0; count < 3; count += 1) {
    refused.says('error');
    jest.advanceTimersByTime(30_000);
  }
  expect(refused.told).toEqual(['ended']);
});

test('when the connection is back, then it is used at once; when the page is left, then no more', () => {
  const page = aPage();
  page.says('error');
  page.show();
  expect(page.openCount()).toBe(1);
  page.leave();
  expect(page.openCount()).toBe(0);
  page.show();
  jest.advanceTimersByTime(100_000);
  expect(page.openCount()).toBe(0);
});
