import { SendFailure } from './send-failure.ts';
import type { ObjectReader } from './source.ts';
import type { PackedSlab, VirtualFile } from './virtual-file.ts';

type Loading = {
  file: VirtualFile;
  from: number;
  to: number;
  reader: ObjectReader;
  signal: AbortSignal;
  beforeEntry?: ((entryIndex: number) => Promise<void> | undefined) | undefined;
};

/** So far are objects looked for that a source may ask for before their turn. */
const slabsAhead = 16;

/**
 * Loads slab after slab with the bytes of a range: packing is done in order, one slab at a time, while the
 * filling of several may be under way. Answers how many bytes were loaded; 0 after the end of the range.
 */
export const createLoader = ({ file, from, to, reader, signal, beforeEntry }: Loading) => {
  const gate = createGate(beforeEntry);
  const isBeginForBig = reader.askAhead === undefined;
  let position = from;
  let packing = Promise.resolve();
  let lookedTo = from;

  /** Nothing of what is asked for now is sent before it has leave. */
  const lookAhead = (slabByteSize: number): void => {
    const before = Math.min(position + slabsAhead * slabByteSize, to);
    if (before <= lookedTo) return;
    const next = file.bigObjects(lookedTo, before, to);
    lookedTo = before;
    if (next.length > 0) reader.askAhead?.(next, signal);
  };

  const pack = async (slab: PackedSlab): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      if (!isBeginForBig) lookAhead(slab.bytes.length);
      position = file.pack(position, to, slab);
      const leave = gate.waitsFor();
      if (leave === undefined) return;
      await settled(leave, signal);
    }
  };

  return async (bytes: Buffer<SharedArrayBuffer>): Promise<number> => {
    const slab: PackedSlab = { bytes, byteSize: 0, parts: [], isBeginForBig, mayBegin: gate.mayBegin };
    packing = packing.then(() => pack(slab));
    await packing;
    if (slab.parts.length > 0) await reader.fill(slab.parts, bytes, signal);
    return slab.byteSize;
  };
};

/** Asks once for each entry. Most are granted at once: for those nothing is waited for and nothing made. */
const createGate = (beforeEntry: Loading['beforeEntry']) => {
  let askedIndex = -1;
  let leave: Promise<void> | undefined;
  return {
    mayBegin: (entryIndex: number): boolean => {
      if (entryIndex === askedIndex) return true;
      askedIndex = entryIndex;
      leave = beforeEntry?.(entryIndex);
      return leave === undefined;
    },
    /** What packing stopped for, once. */
    waitsFor: (): Promise<void> | undefined => {
      const waiting = leave;
      leave = undefined;
      return waiting;
    },
  };
};

/** Waits for leave, or for the end of the download if that comes before. */
const settled = async (leave: Promise<void>, signal: AbortSignal): Promise<void> => {
  const refused = leave.catch((error: unknown) => {
    throw new SendFailure('refused', error);
  });
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  await Promise.race([refused, stopped]).finally(() => signal.removeEventListener('abort', stop));
};
