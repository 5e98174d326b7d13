import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DrawingAnswer, DrawingOrder } from './drawing-message.ts';
import type { RenditionSource } from './render.ts';
import type { RenditionResult } from './rendition.ts';

/** Draws files in a process of its own, which is there while there is something to draw. */
export interface DrawingProcess {
  /** As `renderRenditions`; rejects where the process ended under it, too. */
  render: (source: RenditionSource) => Promise<RenditionResult>;
  /** Ends the process; what it draws is lost. */
  close: () => void;
}

/** The process ended while it drew: by this file, or by another one that was drawn beside it. */
export class DrawingProcessEnded extends Error {
  override readonly name = 'DrawingProcessEnded';

  constructor() {
    super('The drawing process ended.');
  }
}

/** Decoders keep much of the memory that they took: it comes back with the end of their process. */
const IDLE_MS = 5_000;

const drawingProgram = fileURLToPath(new URL('./drawing.worker.ts', import.meta.url));

interface Child {
  process: ChildProcess;
  waiting: Map<number, PromiseWithResolvers<RenditionResult>>;
  idle: NodeJS.Timeout | undefined;
}

/**
 * What decoders leave behind in memory, and a file that brings one down, stay out of the process that answers
 * requests.
 */
export const createDrawingProcess = (idleMs = IDLE_MS, program = drawingProgram): DrawingProcess => {
  let child: Child | undefined;
  let count = 0;
  const close = (): void => {
    clearTimeout(child?.idle);
    if (child?.process.connected) child.process.disconnect();
    child = undefined;
  };
  const begin = (): Child => {
    const begun = startChild(program, () => {
      if (child === begun) close();
    });
    return begun;
  };
  const rest = (used: Child): void => {
    if (used.waiting.size > 0 || used !== child) return;
    keepAlive(used, false);
    used.idle = setTimeout(close, idleMs).unref();
  };
  return {
    render: async ({ signal, ...source }) => {
      signal?.throwIfAborted();
      const used = (child ??= begin());
      clearTimeout(used.idle);
      keepAlive(used, true);
      const id = (count += 1);
      const outcome = Promise.withResolvers<RenditionResult>();
      used.waiting.set(id, outcome);
      const abort = (): void => tell(used, { id, source: null });
      signal?.addEventListener('abort', abort);
      try {
        tell(used, { id, source });
        return await outcome.promise;
      } finally {
        signal?.removeEventListener('abort', abort);
        used.waiting.delete(id);
        rest(used);
      }
    },
    close,
  };
};

const startChild = (program: string, onEnd: () => void): Child => {
  const started = fork(program, [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const child: Child = { process: started, waiting: new Map(), idle: undefined };
  const fail = (): void => {
    for (const { reject } of child.waiting.values()) reject(new DrawingProcessEnded());
    onEnd();
  };
  started.on('message', (message) => receive(child, message as DrawingAnswer));
  started.once('error', fail);
  started.once('exit', fail);
  return child;
};

const receive = ({ waiting }: Child, message: DrawingAnswer): void => {
  const outcome = waiting.get(message.id);
  if ('error' in message) outcome?.reject(new Error(message.error));
  else outcome?.resolve(message.result);
};

/** A process that is gone has told so by its end. */
const tell = ({ process: child }: Child, order: DrawingOrder): void => {
  if (child.connected) child.send(order, () => undefined);
};

/** A process that waits for work does not keep this one from ending. */
const keepAlive = ({ process: child }: Child, isNeeded: boolean): void => {
  if (isNeeded) child.ref();
  else child.unref();
  const channel = child.channel;
  if (isNeeded) channel?.ref();
  else channel?.unref();
};
