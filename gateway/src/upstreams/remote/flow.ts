import type { Readable, Writable } from 'node:stream';

/** How long a flow may stand still. */
export interface FlowLimits {
  /** Because nothing comes; Infinity where silence means nothing. */
  silenceMs: number;
  /** Because nothing is taken. */
  blockedMs: number;
}

/**
 * Lets bytes flow as fast as they are taken, and no faster. It neither ends nor destroys what it writes to: whether an
 * end is a good one only the caller can tell.
 * @param onStall is called once, with what stands still
 * @returns what ends the watch
 */
export const flow = (
  from: Readable,
  to: Writable,
  limits: FlowLimits,
  onStall: (who: 'silent' | 'blocked') => void,
): (() => void) => {
  let watch: NodeJS.Timeout | undefined;
  const watching = (ms: number, who: 'silent' | 'blocked'): void => {
    clearTimeout(watch);
    watch = ms === Infinity ? undefined : setTimeout(onStall, ms, who);
  };
  const stop = () => clearTimeout(watch);
  const goOn = () => {
    watching(limits.silenceMs, 'silent');
    from.resume();
  };
  from.on('data', (chunk: Buffer) => {
    if (to.write(chunk)) {
      watch?.refresh();
    } else {
      from.pause();
      watching(limits.blockedMs, 'blocked');
      to.once('drain', goOn);
    }
  });
  from.once('end', stop).once('close', stop);
  to.once('close', stop);
  watching(limits.silenceMs, 'silent');
  return stop;
};
