import type { Log } from '@vitrine/platform/log/log.ts';
import { placeOf } from '@vitrine/platform/service/wait-for.ts';
import type { Waiting } from './open-engines.ts';

const SAY_EVERY_MS = 5_000;

/** Waits for engines that are not there yet, and says every few seconds for which. */
export const waitingAloud = (log: Log, print: (line: string) => void): Waiting => ({
  log,
  // Ctrl-C ends a process that is still starting as it is: nothing has begun that could be lost.
  signal: new AbortController().signal,
  saying: async (name, url, open) => {
    const timer = setInterval(() => {
      print(`  Waiting for ${name} at ${placeOf(url)} …`);
    }, SAY_EVERY_MS);
    try {
      return await open();
    } finally {
      clearInterval(timer);
    }
  },
});
