import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DrawnSample } from './drawn-samples.ts';
import { makeSamples } from './make-samples.ts';
import type { Sample } from './sample.ts';

/**
 * The process that draws, as `drawn-samples.ts` starts it: each file into the folder, then a word that it is there,
 * in the order of the list's end to its beginning.
 */
const [, , folder = '.'] = process.argv;
/** While the pixels of one picture are counted, another one is encoded. */
const AT_ONCE = 2;

// The list begins with the newest: what is taken in last is shown first.
const queue = [...makeSamples().entries()].reverse();

/** What was begun first is told first, however long the next one took. */
let told: Promise<void> = Promise.resolve();

const draw = async (index: number, { content, ...facts }: Sample): Promise<DrawnSample> => {
  if (content === 'footage') return { ...facts, file: null };
  const file = path.join(folder, String(index));
  await writeFile(file, await content());
  return { ...facts, file };
};

const tell = async (before: Promise<void>, drawing: Promise<DrawnSample>): Promise<void> => {
  const [drawn] = await Promise.all([drawing, before]);
  process.send?.(drawn);
};

const drawNext = async (): Promise<void> => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const drawing = draw(...next);
    told = tell(told, drawing);
    await drawing;
  }
};

process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal; the parent says when it is over.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
await mkdir(folder, { recursive: true });
await Promise.all(Array.from({ length: AT_ONCE }, drawNext));
await told;
process.disconnect();
