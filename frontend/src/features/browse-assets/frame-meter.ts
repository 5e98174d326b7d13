const KEPT = 8;
/** Fewer tell nothing yet. */
const TOLD_BY = 4;
/** No display is asked for more than sixty a second. */
const FRAME_MS = 1000 / 60;
/** Frames that take so many times what they take here at best are late. */
const LATE_FROM = 1.5;

export type FrameMeter = {
  /** A frame begins. */
  note: (nowMs: number) => void;
  /** None is begun for a while: what was before counts no more, but for how short one can be here. */
  rest: () => void;
  /** 1 where frames come in time; else how many times as long a usual one takes as the shortest here. */
  lateness: () => number;
};

/** Whether frames come in time, by those of a display that may show thirty a second only. */
export function createFrameMeter(): FrameMeter {
  let lastMs: number | null = null;
  let gapsMs: number[] = [];
  let bestMs = Number.POSITIVE_INFINITY;
  return {
    note: (nowMs) => {
      if (lastMs !== null) {
        gapsMs = [...gapsMs, nowMs - lastMs].slice(-KEPT);
        bestMs = Math.max(FRAME_MS, Math.min(bestMs, nowMs - lastMs));
      }
      lastMs = nowMs;
    },
    rest: () => {
      lastMs = null;
      gapsMs = [];
    },
    lateness: () => {
      const usualMs = gapsMs.toSorted((one, other) => one - other)[Math.floor(gapsMs.length / 2)];
      if (usualMs === undefined || gapsMs.length < TOLD_BY || usualMs < LATE_FROM * bestMs) return 1;
      return usualMs / bestMs;
    },
  };
}
