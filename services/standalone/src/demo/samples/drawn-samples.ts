import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Sample } from './sample.ts';

/** A sample that lies in a file. */
export type DrawnSample = Omit<Sample, 'content'> & { file: string };

const program = fileURLToPath(new URL('./draw-samples.worker.ts', import.meta.url));

/**
 * Draws the samples into a folder, the oldest first, in a process of its own: it keeps a core busy that this process
 * does not need, and takes the memory of its drawings with it. Each comes as soon as it and all
 * that are older are there.
 */
export async function* drawnSamples(folder: string): AsyncGenerator<DrawnSample> {
  const child = fork(program, [folder], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit') as Promise<[code: number | null]>;
  try {
    for await (const [sample] of on(child, 'message', { close: ['disconnect'] })) yield sample as DrawnSample;
    const [code] = await ended;
    if (code !== 0) throw new Error('The files of the demo could not be drawn.');
  } finally {
    if (child.connected) child.disconnect();
  }
}
