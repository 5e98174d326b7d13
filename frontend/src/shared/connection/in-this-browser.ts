import type { Surroundings } from './connection.ts';

const ASK_EVERY_MS = 3_000;

export const inThisBrowser: Surroundings = {
  // A small file of the page. What a proxy says in the server's place is not it.
  isThere: () =>
    fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    ),
  pause: () =>
    new Promise((resolve) => {
      const waiting = new AbortController();
      const goOn = () => {
        waiting.abort();
        resolve(undefined);
      };
      const timer = setTimeout(goOn, ASK_EVERY_MS);
      waiting.signal.addEventListener('abort', () => clearTimeout(timer));
      window.addEventListener('online', goOn, { signal: waiting.signal });
    }),
};
