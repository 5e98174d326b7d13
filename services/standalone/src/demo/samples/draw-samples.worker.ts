import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DrawnSample } from './drawn-samples.ts';
import { makeSamples } from './make-samples.ts';

/** The process that draws, as `drawn-samples.ts` starts it: each file into the folder, then a word that it is there. */
const [, , folder = '.'] = process.argv;
/** While the pixels of one picture are counted, another one is encoded. */
const AT_ONCE = 2;

// The list begins with the newest: what is taken in last is shown first.
const queue = [...makeSamples().entries()].reverse();

const drawNext = async (): Promise<void> => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [index, { content, ...facts }] = next;
    const file = path.join(folder, String(index));
    const drawn = await content();
    await pipeline(Buffer.isBuffer(drawn) ? Readable.from([drawn]) : drawn, createWriteStream(file));
    process.send?.({ ...facts, file } satisfies DrawnSample);
  }
};

process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal; the parent says when it is over.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
await Promise.all(Array.from({ length: AT_ONCE }, drawNext));
process.disconnect();
