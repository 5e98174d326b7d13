import { constants, setPriority } from 'node:os';
import type { DrawingAnswer, DrawingOrder } from './drawing-message.ts';
import { messageOf } from './failure-reason.ts';
import { renderRenditions } from './render.ts';

/** The process that draws, as `drawing-process.ts` starts it. */
const running = new Map<number, AbortController>();

// Pictures can wait for a core, requests cannot. What draws for this process is started with the same priority.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const answer = (message: DrawingAnswer): void => {
  if (process.connected) process.send?.(message);
};

const draw = async ({ id, source }: DrawingOrder): Promise<void> => {
  if (source === null) return running.get(id)?.abort();
  const aborting = new AbortController();
  running.set(id, aborting);
  try {
    answer({ id, result: await renderRenditions({ ...source, signal: aborting.signal }) });
  } catch (error) {
    answer({ id, error: messageOf(error) });
  } finally {
    running.delete(id);
  }
};

/** Also where the parent was killed: programs that draw for this process end with it. */
const end = (): void => {
  for (const aborting of running.values()) aborting.abort();
  setImmediate(() => process.exit());
};

// Ctrl-C reaches every process of a terminal; the parent says when it is over.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
process.on('disconnect', end);
process.on('message', (order) => void draw(order as DrawingOrder));
