import { moved, n, path, rect, stroke } from './svg.ts';
import type { Point } from './svg.ts';

/**
 * The brand's own capitals, each one line of a pen in a box ten high: no font of the machine is needed,
 * and the words look alike everywhere.
 */
const glyphs: Record<string, readonly [width: number, d: string]> = {
  A: [8.4, 'M0 10L4.2 0L8.4 10M1.5 6.6H6.9'],
  B: [6.2, 'M0 4.6H3.3A2.3 2.3 0 0 0 3.3 0H0V10H3.5A2.7 2.7 0 0 0 3.5 4.6'],
  C: [9.2, 'M8.7 1.6A5 5 0 1 0 8.7 8.4'],
  D: [8, 'M0 0V10H3A5 5 0 0 0 3 0Z'],
  E: [5.8, 'M5.8 0H0V10H5.8M0 5H5'],
  F: [5.6, 'M5.6 0H0V10M0 5H4.8'],
  G: [9.8, 'M8.7 1.6A5 5 0 1 0 9.8 5.4H6'],
  H: [7, 'M0 0V10M7 0V10M0 5H7'],
  I: [0, 'M0 0V10'],
  J: [4.6, 'M4.6 0V7.4A2.3 2.5 0 0 1 0 7.6'],
  K: [6.6, 'M0 0V10M6.4 0L0 6M2.3 3.9L6.6 10'],
  L: [5.4, 'M0 0V10H5.4'],
  M: [9.4, 'M0 10V0L4.7 7L9.4 0V10'],
  N: [7.6, 'M0 10V0L7.6 10V0'],
  O: [10, 'M5 0A5 5 0 1 0 5 10A5 5 0 1 0 5 0Z'],
  P: [6, 'M0 10V0H3.2A2.8 2.8 0 0 1 3.2 5.6H0'],
  Q: [10, 'M5 0A5 5 0 1 0 5 10A5 5 0 1 0 5 0ZM6.4 6.4L10 10'],
  R: [6.4, 'M0 10V0H3.2A2.8 2.8 0 0 1 3.2 5.6H0M3.2 5.6L6.4 10'],
  S: [
    6,
    'M5.7 1.7C5 .5 4 0 3 0C1.400 0 .4 1.100 .4 2.400C.4 5.600 6 4.200 6 7.500C6 9 4.700 10 3.100 10C1.700 10 .5 9.300 0 8.100',
  ],
  T: [7, 'M0 0H7M3.5 0V10'],
  U: [7, 'M0 0V6.5A3.5 3.5 0 0 0 7 6.5V0'],
  V: [8, 'M0 0L4 10L8 0'],
  W: [12, 'M0 0L3 10L6 1.500L9 10L12 0'],
  X: [7, 'M0 0L7 10M7 0L0 10'],
  Y: [7.4, 'M0 0L3.700 5V10M7.400 0L3.700 5'],
  Z: [6.6, 'M.2 0H6.400L0 10H6.600'],
  0: [7, 'M3.500 0A3.500 5 0 1 0 3.500 10A3.500 5 0 1 0 3.500 0Z'],
  1: [2.6, 'M0 1.800L2.600 0V10'],
  2: [6, 'M.2 2.900A2.900 2.900 0 0 1 6 2.900C6 5 3 6.600 0 10H6.200'],
  3: [6, 'M.400 0H5.600L2.700 3.900A3 3 0 1 1 .1 8'],
  4: [6.6, 'M4.800 10V0L0 7.200H6.600'],
  5: [6, 'M5.500 0H1.200L.7 4.500A3.100 3.100 0 1 1 .1 8.500'],
  6: [6.2, 'M4.600 0L.600 5.300M3.100 3.800A3.100 3.100 0 1 0 3.100 10A3.100 3.100 0 1 0 3.100 3.800Z'],
  7: [6, 'M0 0H6L1.800 10'],
  8: [
    6,
    'M3 0A2.300 2.300 0 1 0 3 4.600A2.300 2.300 0 1 0 3 0ZM3 4.600A2.700 2.700 0 1 0 3 10A2.700 2.700 0 1 0 3 4.600Z',
  ],
  9: [6.2, 'M1.600 10L5.600 4.700M3.100 0A3.100 3.100 0 1 0 3.100 6.200A3.100 3.100 0 1 0 3.100 0Z'],
  '.': [0, 'M0 8.9V10'],
  '/': [4, 'M0 11L4 -1'],
  '–': [4.5, 'M0 5.200H4.500'],
  '+': [5, 'M2.500 2.500V7.500M0 5H5'],
  ' ': [3, ''],
};

export type Lettering = {
  at: Point;
  /** Height of the capitals in pixels. */
  size: number;
  colour: string;
  /** Of the pen, in parts of the height. */
  weight?: number;
  spacing?: number;
  align?: 'start' | 'middle' | 'end';
};

export const widthOf = (text: string, size: number, spacing = 3): number => {
  const letters = Array.from(text.toUpperCase());
  const sum = letters.reduce((total, letter) => total + (glyphs[letter]?.[0] ?? 0) + spacing, -spacing);
  return (sum * size) / 10;
};

export const words = (
  text: string,
  { at: [x, y], size, colour, weight = 0.1, spacing = 3, align = 'start' }: Lettering,
): string => {
  let pen = 0;
  const parts = Array.from(text.toUpperCase()).map((letter) => {
    const [width, d] = glyphs[letter] ?? [0, ''];
    const drawn = d ? moved(stroke(d, colour, weight * 10, 'stroke-linejoin="miter"'), [pen, 0]) : '';
    pen += width + spacing;
    return drawn;
  });
  const shift = { start: 0, middle: 0.5, end: 1 }[align] * widthOf(text, size, spacing);
  return moved(parts.join(''), [x - shift, y], size / 10);
};

/** The wordmark: triangle, ring, two peaks, three bars. `height` of the letters, from the top left corner. */
export const wordmark = ([x, y]: Point, height: number, colour: string, accent = colour): string => {
  const letters = [
    path('M0 100L55 0L110 100Z', accent),
    stroke('M214 24A36 36 0 1 0 214 76', colour, 28),
    path('M236 100V0L286 58L336 0V100Z', colour),
    rect(356, 0, 74, 24, colour) + rect(356, 38, 74, 24, colour) + rect(356, 76, 74, 24, colour),
  ];
  return moved(letters.join(''), [x, y], height / 100);
};

export const wordmarkWidth = (height: number): number => Number(n(4.3 * height));

/** The sign alone: triangle before a ring. */
export const sign = ([x, y]: Point, size: number, colour: string, accent: string): string =>
  moved(
    `<circle cx="62" cy="38" r="27" fill="none" stroke="${accent}" stroke-width="20"/>${path('M0 100L40 22L80 100Z', colour)}`,
    [x, y],
    size / 100,
  );
