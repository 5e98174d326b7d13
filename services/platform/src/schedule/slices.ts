import { setImmediate as nextTurn } from 'node:timers/promises';
import { giveWay } from './give-way.ts';

/**
 * Work on a long list that can pause: at each `yield` others may have a turn. It stays a pure function; whoever runs it
 * says whether it pauses.
 */
export type Sliced<Result> = Generator<undefined, Result, undefined>;

/** What a request of somebody else waits at each of its steps, of which it has some five. */
const SLICE_MS = 2;
const ITEMS_BETWEEN = 200;

/**
 * Runs it and gives way every {@link SLICE_MS} to who can be answered soon, so that one long list keeps nobody waiting
 * (promise 19).
 */
export const inSlices = <Result>(work: Sliced<Result>): Promise<Result> => pausing(work, giveWay);

/** Runs it and lets others have a turn every {@link SLICE_MS}, and holds back for nobody: somebody waits for a first byte. */
export const inTurns = <Result>(work: Sliced<Result>): Promise<Result> => pausing(work, nextTurn);

const pausing = async <Result>(work: Sliced<Result>, pause: () => Promise<void>): Promise<Result> => {
  for (let since = performance.now(); ;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < SLICE_MS) continue;
    await pause();
    since = performance.now();
  }
};

/** Runs it without a pause, for what is known to be short. */
export const atOnce = <Result>(work: Sliced<Result>): Result => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};

/** Does something with each, and may pause every few hundred. */
export function* forEach<Item>(
  items: readonly Item[],
  act: (item: Item, index: number) => void,
): Sliced<void> {
  for (let start = 0; start < items.length; start += ITEMS_BETWEEN) {
    actOn(items, start, act);
    yield;
  }
}

/** What is made of each, in their order; it may pause every few hundred. */
export function* mapOf<Item, Result>(
  items: readonly Item[],
  make: (item: Item, index: number) => Result,
): Sliced<Result[]> {
  const made: Result[] = [];
  yield* forEach(items, (item, index) => made.push(make(item, index)));
  return made;
}

/** Not within the generator: V8 is late in compiling one whose loop is long. */
const actOn = <Item>(
  items: readonly Item[],
  start: number,
  act: (item: Item, index: number) => void,
): void => {
  const end = Math.min(start + ITEMS_BETWEEN, items.length);
  for (let index = start; index < end; index += 1) act(items[index] as Item, index);
};

/** Asks about a long list part by part, some parts at a time. @returns the answers in the order of the parts */
export const inParts = async <Item, Answer>(
  items: readonly Item[],
  { size, atATime = 1 }: { readonly size: number; readonly atATime?: number },
  ask: (part: Item[]) => Promise<Answer>,
): Promise<Answer[]> => {
  const answers: Answer[] = [];
  const parts = Array.from({ length: Math.ceil(items.length / size) }, (_, at) => at).values();
  // One iterator for all: each takes the part that is next.
  const askNext = async (): Promise<void> => {
    for (const at of parts) {
      if (at > 0) await giveWay();
      answers[at] = await ask(items.slice(at * size, (at + 1) * size));
    }
  };
  await Promise.all(Array.from({ length: atATime }, askNext));
  return answers;
};
