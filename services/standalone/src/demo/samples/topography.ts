import { mix } from './colour.ts';
import { words } from './lettering.ts';
import { aNoise, fractal, range } from './random.ts';
import { n, rect, stroke } from './svg.ts';
import type { Drawing } from './svg.ts';

export type MapSheet = {
  width: number;
  height: number;
  seed: number;
  ground: string;
  line: string;
  title?: string;
};

const stepSize = 15;

/** Contour lines of a noise field, by marching squares. */
export const topography = ({ width, height, seed, ground, line, title }: MapSheet): Drawing => {
  const noise = fractal(aNoise(seed), 4);
  const scale = 3.1 / Math.max(width, height);
  const [columns, rows] = [Math.ceil(width / stepSize) + 1, Math.ceil(height / stepSize) + 1];
  const heights = Float32Array.from({ length: columns * rows }, (_, index) =>
    noise((index % columns) * stepSize * scale, Math.floor(index / columns) * stepSize * scale),
  );
  const levels = range(34).map((level) => -0.82 + level * 0.05);
  const lines = levels.map((level, index) => {
    const isIndexLine = index % 5 === 0;
    const colour = mix(ground, line, isIndexLine ? 0.95 : 0.6);
    return stroke(contour(heights, columns, rows, level), colour, (width / 1600) * (isIndexLine ? 3.2 : 1.4));
  });
  const label = {
    at: [width * 0.06, height * 0.92] as const,
    size: width * 0.022,
    colour: line,
    weight: 0.13,
  };
  const caption = title
    ? rect(width * 0.04, height * 0.895, width * 0.5, height * 0.07, ground) + words(title, label)
    : '';
  return { width, height, content: rect(0, 0, width, height, ground) + lines.join('') + caption };
};

const contour = (heights: Float32Array, columns: number, rows: number, level: number): string => {
  const segments: string[] = [];
  const at = (column: number, row: number): number => (heights[row * columns + column] ?? 0) - level;
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const corners = [
        at(column, row),
        at(column + 1, row),
        at(column + 1, row + 1),
        at(column, row + 1),
      ] as const;
      if (Math.min(...corners) < 0 && Math.max(...corners) >= 0)
        segments.push(...segmentsIn(corners, column, row));
    }
  }
  return segments.join('');
};

/** Where the level crosses the four edges of a square, joined two by two. */
const segmentsIn = (
  [a, b, c, d]: readonly [number, number, number, number],
  column: number,
  row: number,
): string[] => {
  const crossings: string[] = [];
  const add = (from: number, to: number, place: (part: number) => readonly [number, number]): void => {
    if (from < 0 === to < 0) return;
    const [x, y] = place(from / (from - to));
    crossings.push(`${n((column + x) * stepSize)} ${n((row + y) * stepSize)}`);
  };
  add(a, b, (part) => [part, 0]);
  add(b, c, (part) => [1, part]);
  add(d, c, (part) => [part, 1]);
  add(a, d, (part) => [0, part]);
  return range(Math.floor(crossings.length / 2)).map(
    (pair) => `M${crossings[pair * 2]}L${crossings[pair * 2 + 1]}`,
  );
};
