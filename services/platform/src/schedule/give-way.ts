import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A request that may be answered soon. */
interface Quick {
  readonly sinceMs: number;
  gaveWayMs: number;
}

/** What is not answered by then takes long by itself, or waits for others: nobody holds back for it. */
const QUICK_FOR_MS = 60;
/** So long work holds back at a pause. */
const HELD_BACK_MS = 20;
/** So long it does in all, or for half of its time where it takes longer: it goes on however much is asked beside it. */
const HELD_BACK_IN_ALL_MS = 1_000;

const quick = new Set<Quick>();
const heldBack = new Set<() => void>();
const present = new AsyncLocalStorage<Quick>();

/**
 * Runs a request as one that may be answered soon: long work of this process lets it go first (promise 19).
 * @returns what is to be called when it was answered
 */
export const goFirst = (run: () => void): (() => void) => {
  const request = { sinceMs: performance.now(), gaveWayMs: 0 };
  quick.add(request);
  present.run(request, run);
  return () => leave(request);
};

/** What runs now turns out to take long: nobody holds back for it any more. */
export const goLast = (): void => {
  const request = present.getStore();
  if (request !== undefined) leave(request);
};

/**
 * A pause of long work: others have a turn, and who can be answered soon is answered before it goes on. What is no part
 * of a request has no share in a second, and goes on at the next turn.
 */
export const giveWay = async (): Promise<void> => {
  goLast();
  await nextTurn();
  const request = present.getStore();
  if (request === undefined || hasHeldBackEnough(request) || !isSomebodyQuick()) return;
  const sinceMs = performance.now();
  await new Promise<void>((goOn) => {
    const end = (): void => {
      clearTimeout(timer);
      heldBack.delete(end);
      goOn();
    };
    const timer = setTimeout(end, HELD_BACK_MS);
    heldBack.add(end);
  });
  request.gaveWayMs += performance.now() - sinceMs;
};

const hasHeldBackEnough = ({ sinceMs, gaveWayMs }: Quick): boolean =>
  gaveWayMs >= Math.max(HELD_BACK_IN_ALL_MS, (performance.now() - sinceMs) / 2);

const leave = (request: Quick): void => {
  if (quick.delete(request) && !isSomebodyQuick()) for (const end of [...heldBack]) end();
};

const isSomebodyQuick = (): boolean => {
  const earliest = performance.now() - QUICK_FOR_MS;
  for (const request of quick) if (request.sinceMs < earliest) quick.delete(request);
  return quick.size > 0;
};
