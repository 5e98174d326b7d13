import { createFrameMeter } from './frame-meter.ts';

/**
 * How a list is scrolled. `calm`: everything on it can be looked at. `led`: keys lead along it, and pictures would be gone
 * before they are there. `quick`: names pass by, and nothing can be aimed at. `flying`: nothing of it can be read.
 */
export type Pace = 'calm' | 'led' | 'quick' | 'flying';

export type PaceMeter = {
  /** The list now stands here, counted in windows from its beginning. */
  note: (place: number, nowMs: number) => Pace;
  /** A key leads to what comes next. */
  lead: (nowMs: number) => void;
  /** A frame begins. */
  frame: (nowMs: number) => Pace;
  /** Nothing was noted any more, for some frames. */
  isResting: () => boolean;
  /** It goes too fast for anything on it to be aimed at; a single leap does not. */
  isPassing: () => boolean;
};

/** Looked back so far, but for what was before a rest. */
const WITHIN_MS = 300;
/** Without a move for so long it rests, and for so many frames, since a frame may take longer than that. */
const RESTS_AFTER_MS = 80;
const RESTS_AFTER_FRAMES = 3;
/** So many windows passed in that time: more than a press of Page Down moves. */
const QUICK_FROM = 1.25;
const FLYING_FROM = 4;
/** As fast as that from its first moves on, it is not waited with until the way is long: no single turn of a wheel is. */
const SPUN_FROM = 2;
const SPUN_BY_MOVES = 3;
const SPUN_BY_MS = 50;
/** Some 700 px a second in a window of 1,050. */
const PASSING_FROM = 0.2;
/** Where frames were late, pictures are left out sooner, as long as it moves: what that spares brings frames in time. */
const QUICK_FROM_WHERE_LATE = 0.5;
/** How much faster than it went it may have been meant. */
const LATE_MOST = 3;

type Move = { atMs: number; windows: number };

/**
 * A single leap is no pace, however far it leads: End, a find in the page, a press on the bar. Where frames come late, a
 * way counts as long as it would have been with all of them: else a machine that has too much to draw would be given
 * more to draw, since it moves more slowly.
 */
export function createPaceMeter(): PaceMeter {
  const frames = createFrameMeter();
  let moves: Move[] = [];
  let held: number | null = null;
  let framesSince = 0;
  let wasLate = false;
  let ledAtMs = Number.NEGATIVE_INFINITY;

  const at = (nowMs: number): Pace => {
    moves = moves.filter(({ atMs }) => nowMs - atMs <= WITHIN_MS);
    const lateness = Math.min(LATE_MOST, frames.lateness());
    wasLate ||= lateness > 1;
    const found = paceOf(passedIn(moves) * lateness, wasLate ? QUICK_FROM_WHERE_LATE : QUICK_FROM);
    const pace = found === 'calm' && isSpun(moves) ? 'quick' : found;
    return pace !== 'calm' && nowMs - ledAtMs <= WITHIN_MS ? 'led' : pace;
  };
  const rest = () => {
    moves = [];
    wasLate = false;
    frames.rest();
  };
  return {
    note: (place, nowMs) => {
      if (held !== null && place !== held) {
        moves.push({ atMs: nowMs, windows: Math.abs(place - held) });
        framesSince = 0;
      }
      held = place;
      return at(nowMs);
    },
    lead: (nowMs) => {
      ledAtMs = nowMs;
    },
    frame: (nowMs) => {
      frames.note(nowMs);
      framesSince += 1;
      const lastMs = moves.at(-1)?.atMs ?? 0;
      if (framesSince > RESTS_AFTER_FRAMES && nowMs - lastMs > RESTS_AFTER_MS) rest();
      return at(nowMs);
    },
    isResting: () => moves.length === 0,
    isPassing: () => passedIn(moves) >= PASSING_FROM,
  };
}

/** Windows, without the longest leap. */
function passedIn(moves: readonly Move[]): number {
  const windows = moves.map((each) => each.windows);
  return windows.reduce((sum, each) => sum + each, 0) - Math.max(0, ...windows);
}

/** Since it began, which is a moment ago. */
function isSpun(moves: readonly Move[]): boolean {
  const tookMs = (moves.at(-1)?.atMs ?? 0) - (moves[0]?.atMs ?? 0);
  const projected = (passedIn(moves) * WITHIN_MS) / Math.max(tookMs, SPUN_BY_MS);
  return moves.length >= SPUN_BY_MOVES && projected >= SPUN_FROM;
}

function paceOf(passed: number, quickFrom: number): Pace {
  if (passed < quickFrom) return 'calm';
  return passed < FLYING_FROM ? 'quick' : 'flying';
}
