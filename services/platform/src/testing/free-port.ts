import { createServer } from 'node:net';

/** Below the ports that a system hands out by itself (32768 and up on Linux): nobody's connection takes one meanwhile. */
const FIRST = 20_000;
const COUNT = 12_000;
/** Processes that run side by side have neighbouring ids: each begins this far from the next one. */
const STRIDE = 97;

let next = (process.pid * STRIDE) % COUNT;

/**
 * A port of the loopback address where nobody listens, for who will listen there a little later. It is given out once
 * in this process, and other test processes look for theirs elsewhere.
 */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < COUNT; tries += 1) {
    const port = FIRST + next;
    next = (next + 1) % COUNT;
    if (await isFree(port)) return port;
  }
  throw new Error('There is no free port left for tests.');
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
