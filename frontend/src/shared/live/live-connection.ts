import type { LiveHint } from '@vitrine/contracts';

export type LiveListener = {
  path: string;
  signal: AbortSignal;
  /** Something may have been missed: all that is shown is to be read anew. */
  onHello: () => void;
  onHint: (hint: LiveHint) => void;
  /** The right to listen is gone, or may be: a connection was closed before it said hello. */
  onEnded: () => void;
};

/** What of the browser is needed; a test has its own. */
export type Surroundings = {
  open: (path: string) => Pick<EventSource, 'addEventListener' | 'close'>;
  isHidden: () => boolean;
  /** Calls when the page is hidden or seen again, and when the connection is back. */
  onChange: (listener: () => void, signal: AbortSignal) => void;
  random: () => number;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** The right may be given again: a share that is switched on, a link that is renewed. */
const ENDED_PAUSE_MS = 60_000;
/** Going to another tab and back is not worth a new connection. */
const HIDDEN_FOR_MS = 30_000;
/** A connection that held so long begins the pauses anew. */
const HELD_MS = 10_000;

/** Listens while the page can be seen, and comes back by itself: after a pause that grows, as many come at once. */
export function openLiveConnection(listener: LiveListener, surroundings: Surroundings = browser): void {
  const { signal } = listener;
  const state = { failures: 0, openedAt: 0, isGreeted: false };
  let source: ReturnType<Surroundings['open']> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(timer);
    timer = undefined;
    source?.close();
    source = undefined;
  };
  const again = (pauseMs: number): void => {
    close();
    timer = setTimeout(connect, pauseMs);
  };
  const connect = (): void => {
    close();
    if (signal.aborted || surroundings.isHidden()) return;
    Object.assign(state, { openedAt: performance.now(), isGreeted: false });
    source = surroundings.open(listener.path);
    source.addEventListener('hello', () => {
      state.isGreeted = true;
      listener.onHello();
    });
    source.addEventListener('hint', (event) => listener.onHint(JSON.parse(event.data as string) as LiveHint));
    source.addEventListener('ended', () => {
      again(ENDED_PAUSE_MS);
      listener.onEnded();
    });
    source.addEventListener('error', () => {
      state.failures = performance.now() - state.openedAt > HELD_MS ? 0 : state.failures + 1;
      again(pauseAfter(state.failures, surroundings.random()));
      // A browser does not say why: whatever is read next does. A server that is away is not asked each time.
      if (!state.isGreeted && state.failures === 1) listener.onEnded();
    });
  };
  surroundings.onChange(() => {
    if (!surroundings.isHidden()) {
      if (source === undefined) connect();
      else clearTimeout(timer);
    } else {
      clearTimeout(timer);
      timer = setTimeout(close, HIDDEN_FOR_MS);
    }
  }, signal);
  signal.addEventListener('abort', close);
  connect();
}

/** Between a half and the whole of 1, 2, 4 … 30 s. */
function pauseAfter(failures: number, random: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
  return (longest / 2) * (1 + random);
}

const browser: Surroundings = {
  open: (path) => new EventSource(path),
  isHidden: () => document.visibilityState === 'hidden',
  onChange: (listener, signal) => {
    document.addEventListener('visibilitychange', listener, { signal });
    window.addEventListener('online', listener, { signal });
  },
  random: Math.random,
};
