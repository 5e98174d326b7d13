/**
 * How a list is scrolled. `calm`: everything on it can be looked at. `quick`: names pass by, and pictures would be gone
 * before they are there. `flying`: nothing of it can be read.
 */
export type Pace = 'calm' | 'quick' | 'flying';

export type PaceMeter = {
  /** The list now stands here, counted in windows from its beginning. */
  note: (place: number, nowMs: number) => Pace;
  at: (nowMs: number) => Pace;
};

/** Looked back so far, but for what was before a rest. */
const WITHIN_MS = 300;
/** Without a move for so long it rests. */
export const RESTS_AFTER_MS = 80;
/** So many windows passed in that time: more than a press of Page Down moves. */
const QUICK_FROM = 1.25;
const FLYING_FROM = 4;

/** A single leap is no pace, however far it leads: End, a find in the page, a press on the bar. */
export function createPaceMeter(): PaceMeter {
  let moves: { atMs: number; windows: number }[] = [];
  let held: number | null = null;

  const at = (nowMs: number): Pace => {
    const last = moves.at(-1);
    if (last === undefined || nowMs - last.atMs > RESTS_AFTER_MS) moves = [];
    moves = moves.filter(({ atMs }) => nowMs - atMs <= WITHIN_MS);
    return paceOf(moves.map(({ windows }) => windows));
  };
  return {
    at,
    note: (place, nowMs) => {
      at(nowMs);
      if (held !== null && place !== held) moves.push({ atMs: nowMs, windows: Math.abs(place - held) });
      held = place;
      return at(nowMs);
    },
  };
}

function paceOf(windows: readonly number[]): Pace {
  const passed = windows.reduce((sum, each) => sum + each, 0) - Math.max(0, ...windows);
  if (passed < QUICK_FROM) return 'calm';
  return passed < FLYING_FROM ? 'quick' : 'flying';
}
