import type { DrawingOrder } from '../renditions/drawing-message.ts';
import '../renditions/drawing.worker.ts';

/** Draws as the real process does, and dies of every GIF as of a fault in a decoder. */
process.on('message', (order) => {
  const { source } = order as DrawingOrder;
  if (source?.mediaType === 'image/gif') process.kill(process.pid, 'SIGKILL');
});
