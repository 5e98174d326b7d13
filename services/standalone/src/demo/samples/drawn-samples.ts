import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Sample } from './sample.ts';

/** A sample that lies in a file; the footage lies nowhere. */
export type DrawnSample = Omit<Sample, 'content'> & { file: string | null };

/** The drawing of the samples, in a process of its own. */
export interface SampleDrawing {
  /** Begins, unless it did so before. */
  begin: () => void;
  /** The samples, the oldest first; each comes as soon as it and all that are older are there. */
  samples: () => AsyncIterable<DrawnSample>;
  /** Ends it, and removes what nobody took. */
  end: () => Promise<void>;
}

const program = fileURLToPath(new URL('./draw-samples.worker.ts', import.meta.url));

interface Child {
  process: ChildProcess;
  /** Kept from the first one on, whenever somebody reads them. */
  messages: AsyncIterable<[DrawnSample]>;
  ended: Promise<[code: number | null]>;
}

const startChild = (folder: string): Child => {
  const started = fork(program, [folder], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const messages = on(started, 'message', { close: ['disconnect'] }) as AsyncIterable<[DrawnSample]>;
  const ended = once(started, 'exit') as Promise<[code: number | null]>;
  // Who reads the samples is told; until then nobody is.
  ended.catch(() => undefined);
  return { process: started, messages, ended };
};

/**
 * Draws the samples into a folder. It keeps a core busy that this process does not need, and takes the memory of its
 * drawings with it.
 */
export const sampleDrawing = (folder: string): SampleDrawing => {
  let child: Child | undefined;
  const begun = (): Child => (child ??= startChild(folder));
  return {
    begin: () => void begun(),
    async *samples() {
      const { messages, ended } = begun();
      for await (const [sample] of messages) yield sample;
      const [code] = await ended;
      if (code !== 0) throw new Error('The files of the demo could not be drawn.');
    },
    end: async () => {
      if (child?.process.connected) child.process.disconnect();
      await child?.ended.catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
