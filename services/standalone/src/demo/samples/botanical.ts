import { darker, lighter, mix } from './colour.ts';
import { aRandom, range } from './random.ts';
import type { Random } from './random.ts';
import { curve, ellipse, moved, n, path, rect, stroke } from './svg.ts';
import type { Drawing, Point } from './svg.ts';

export type Plant = { width: number; height: number; seed: number; ground: string; ink: string };

const leaf = (length: number, breadth: number): string =>
  `M0 0C${n(length * 0.25)} ${n(-breadth)} ${n(length * 0.7)} ${n(-breadth * 0.9)} ${n(length)} 0C${n(length * 0.7)} ${n(breadth * 0.8)} ${n(length * 0.25)} ${n(breadth * 0.9)} 0 0Z`;

const veins = (length: number, breadth: number, ink: string, width: number): string => {
  const side = range(7).map((index) => {
    const from = length * (0.14 + index * 0.105);
    const reach = breadth * 0.62 * Math.sin(Math.PI * Math.min(0.93, from / length + 0.06));
    return `M${n(from)} 0Q${n(from + length * 0.05)} ${n(-reach * 0.6)} ${n(from + length * 0.12)} ${n(-reach)}M${n(from)} 0Q${n(from + length * 0.05)} ${n(reach * 0.6)} ${n(from + length * 0.12)} ${n(reach)}`;
  });
  return stroke(`M0 0H${n(length)}`, ink, width * 1.3) + stroke(side.join(''), ink, width * 0.6);
};

/** A twig drawn with the pen: stem, leaves in pairs, veins. */
export const twig = ({ width, height, seed, ground, ink }: Plant): Drawing => {
  const random = aRandom(seed);
  const pen = width / 420;
  const stem = stemOf(random, width, height);
  const count = 11;
  const leaves = range(count).flatMap((index) => {
    const part = 0.16 + (0.84 * index) / count;
    const [x, y] = pointOn(stem, part);
    const length = height * (0.26 - 0.14 * part) * random.between(0.85, 1.1);
    return [-1, 1].map((side) => {
      const degrees = -90 + side * random.between(38, 62) * (1.1 - part * 0.5);
      const shape = path(leaf(length, length * 0.24), ground, `stroke="${ink}" stroke-width="${n(pen)}"`);
      return moved(shape + veins(length, length * 0.24, ink, pen), [x, y], 1, degrees);
    });
  });
  const tip = moved(
    path(leaf(height * 0.13, height * 0.03), ground, `stroke="${ink}" stroke-width="${n(pen)}"`),
    pointOn(stem, 1),
    1,
    -86,
  );
  const content =
    rect(0, 0, width, height, ground) + stroke(curve(stem), ink, pen * 2) + leaves.join('') + tip;
  return { width, height, grain: 4, content };
};

const stemOf = (random: Random, width: number, height: number): Point[] =>
  range(6).map((index): Point => {
    const sway = Math.sin(index * 0.9 + random.between(0, 0.6)) * width * 0.035;
    return [width * 0.5 + sway, height * (0.93 - index * 0.145)];
  });

const pointOn = (points: readonly Point[], part: number): Point => {
  const place = Math.min(0.9999, part) * (points.length - 1);
  const [from, to] = [points[Math.floor(place)] ?? [0, 0], points[Math.floor(place) + 1] ?? [0, 0]];
  const t = place - Math.floor(place);
  return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
};

/** Leaves cut out of coloured paper. */
export const cutOuts = ({ width, height, seed, ground }: Plant, papers: readonly string[]): Drawing => {
  const random = aRandom(seed);
  const [columns, rows] = [3, 4];
  const [w, h] = [width / columns, height / rows];
  const sheets = range(columns * rows).map((index) => {
    const [x, y] = [(index % columns) * w, Math.floor(index / columns) * h];
    const back = papers[(index * 5 + Math.floor(index / columns) * 2) % papers.length] ?? ground;
    const front = papers[(index * 5 + Math.floor(index / columns) * 2 + 3) % papers.length] ?? ground;
    const frond = moved(
      alga(random, Math.min(w, h) * 0.86, front),
      [x + w / 2, y + h * 0.88],
      1,
      random.between(-16, 16),
    );
    return rect(x, y, w + 1, h + 1, back) + frond;
  });
  return { width, height, grain: 6, content: sheets.join('') };
};

const alga = (random: Random, size: number, colour: string): string => {
  const lobes = range(6).flatMap((index) => {
    const y = -size * (0.16 + index * 0.135);
    const length = size * (0.4 - Math.abs(index - 2) * 0.045) * random.between(0.9, 1.1);
    return [-1, 1].map((side) =>
      moved(path(leaf(length, length * 0.36), colour), [0, y], 1, -90 + side * (62 - index * 5)),
    );
  });
  const stem = path(
    `M${n(-size * 0.03)} 0Q0 ${n(-size * 0.5)} 0 ${n(-size)}Q${n(size * 0.03)} ${n(-size * 0.5)} ${n(size * 0.04)} 0Z`,
    colour,
  );
  return (
    stem + lobes.join('') + moved(path(leaf(size * 0.22, size * 0.06), colour), [0, -size * 0.86], 1, -90)
  );
};

/** Large leaves in layers, the far ones pale, the near ones dark. */
export const foliage = ({ width, height, seed, ground, ink }: Plant): Drawing => {
  const random = aRandom(seed);
  const layers = range(5).flatMap((layer) => {
    const colour = mix(mix(ground, ink, 0.2), ink, layer / 4);
    return range(9).map(() => {
      const side = random.next() < 0.5 ? 0 : 1;
      const [x, y] = [side * width + random.between(-0.05, 0.05) * width, random.between(0.05, 1.1) * height];
      const length = width * random.between(0.3, 0.56);
      const shape =
        path(leaf(length, length * 0.2), colour) +
        stroke(`M0 0H${n(length * 0.94)}`, lighter(colour, 0.2), width / 500);
      return moved(shape, [x, y], 1, side === 0 ? random.between(-50, 10) : random.between(170, 232));
    });
  });
  const sun = ellipse(width * 0.5, height * 0.5, [width * 0.2, width * 0.2], '#f3c98b');
  return {
    width,
    height,
    grain: 8,
    content:
      rect(0, 0, width, height, ground) + sun + layers.join('') + rect(0, height, width, 1, darker(ink, 0.2)),
  };
};
