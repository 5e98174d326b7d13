export type Size = { width: number; height: number };
export type Point = { x: number; y: number };

/** How much larger than it fits the window a picture can be looked at. */
export const SCALES = [1, 1.5, 2, 3, 4, 6] as const;
/** What one press on the picture leads to, and the next one back from. */
export const CLOSER_SCALE = 2;

/** The next scale in a direction; the same where there is none. */
export function nextScale(scale: number, direction: 'in' | 'out'): number {
  const further =
    direction === 'in' ? SCALES.find((step) => step > scale) : SCALES.findLast((step) => step < scale);
  return further ?? scale;
}

/** How far to scroll so that the same spot of the picture stays below the pointer, which is at a place in the window. */
export function scrollAround(spot: Point, pointer: Point, size: Size): Point {
  return {
    x: Math.max(0, spot.x * size.width - pointer.x),
    y: Math.max(0, spot.y * size.height - pointer.y),
  };
}
