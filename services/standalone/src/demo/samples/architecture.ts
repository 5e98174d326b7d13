import { darker, lighter, mix, withOpacity } from './colour.ts';
import { aRandom, range } from './random.ts';
import { gradient, n, path, rect } from './svg.ts';
import type { Drawing } from './svg.ts';

export type Facade = {
  width: number;
  height: number;
  seed: number;
  concrete: string;
  glass: string;
  columns: number;
  rows: number;
  lit?: string;
};

/** A wall of deep windows in hard light: the shadow falls from the upper left into each of them. */
export const facade = ({ width, height, seed, concrete, glass, columns, rows, lit }: Facade): Drawing => {
  const random = aRandom(seed);
  const wall = gradient([lighter(concrete, 0.16), concrete, darker(concrete, 0.12)], [0, 0, 1, 1]);
  const pane = gradient([mix(glass, '#ffffff', 0.14), glass, darker(glass, 0.3)], [0, 0, 0.6, 1]);
  const [cellWidth, cellHeight] = [width / columns, height / rows];
  const cells = range(columns * rows).map((index) => {
    const [x, y] = [(index % columns) * cellWidth, Math.floor(index / columns) * cellHeight];
    const isLit = lit !== undefined && random.next() < 0.16;
    return recess({ x, y, width: cellWidth, height: cellHeight }, concrete, isLit ? lit : pane.fill);
  });
  const seams = range(rows).map((row) =>
    rect(0, row * cellHeight, width, Math.max(1, height / 900), darker(concrete, 0.4), 'fill-opacity="0.5"'),
  );
  const content =
    wall.definition +
    pane.definition +
    rect(0, 0, width, height, wall.fill) +
    cells.join('') +
    seams.join('');
  return { width, height, grain: 9, content };
};

type Box = { x: number; y: number; width: number; height: number };

const recess = (cell: Box, concrete: string, pane: string): string => {
  const [x, y] = [cell.x + cell.width * 0.13, cell.y + cell.height * 0.16];
  const [w, h] = [cell.width * 0.74, cell.height * 0.7];
  const [dx, dy] = [w * 0.2, h * 0.24];
  const inner = rect(x + dx * 0.55, y + dy * 0.6, w - dx * 0.55, h - dy * 0.6, pane);
  const soffit = path(`M${n(x)} ${n(y)}h${n(w)}v${n(dy * 0.6)}H${n(x + dx * 0.55)}Z`, darker(concrete, 0.72));
  const reveal = path(
    `M${n(x)} ${n(y)}l${n(dx * 0.55)} ${n(dy * 0.6)}V${n(y + h)}H${n(x)}Z`,
    darker(concrete, 0.5),
  );
  const shadow = path(
    `M${n(x + dx * 0.55)} ${n(y + dy * 0.6)}H${n(x + w)}V${n(y + dy * 1.5)}L${n(x + dx * 1.5)} ${n(y + dy * 1.5)}V${n(y + h)}H${n(x + dx * 0.55)}Z`,
    '#0c0a14',
    'fill-opacity="0.5"',
  );
  const mullion = rect(x + w * 0.62, y + dy * 0.6, w * 0.025, h - dy * 0.6, darker(concrete, 0.62));
  const sill = rect(x, y + h, w, h * 0.035, lighter(concrete, 0.5));
  return inner + mullion + shadow + soffit + reveal + sill;
};

/** Balconies one above the other as rounded slabs, seen from below against the sky. */
export const balconies = (
  { width, height, seed, concrete, rows }: Facade,
  sky: readonly string[],
): Drawing => {
  const random = aRandom(seed);
  const air = gradient(sky, [0, 0, 0, 1]);
  const slabs = range(rows).map((row) => {
    const near = row / (rows - 1);
    const y = height * (0.04 + 0.98 * near);
    const thick = (height / rows) * 0.44;
    const end = width * (0.56 + 0.3 * near + random.between(-0.02, 0.02));
    const face = gradient(
      [lighter(concrete, 0.4), lighter(concrete, 0.12), darker(concrete, 0.34)],
      [0, 0, 1, 0],
    );
    const under = gradient([darker(concrete, 0.62), darker(concrete, 0.35)]);
    const round = thick * 1.1;
    const slab = `M0 ${n(y)}H${n(end - round)}Q${n(end)} ${n(y)} ${n(end)} ${n(y + thick * 0.5)}Q${n(end)} ${n(y + thick)} ${n(end - round)} ${n(y + thick)}H0Z`;
    const back = rect(0, y + thick, end - width * 0.17, height / rows, under.fill);
    const shade = gradient([withOpacity('#140c12', 0.6), withOpacity('#140c12', 0)]);
    const shadow = rect(0, y + thick, end - width * 0.17, thick * 0.9, shade.fill);
    return face.definition + under.definition + shade.definition + back + shadow + path(slab, face.fill);
  });
  return {
    width,
    height,
    grain: 8,
    content: air.definition + rect(0, 0, width, height, air.fill) + slabs.join(''),
  };
};

/** Stairs that turn: planes in three tones of one colour. */
export const stairs = ({ width, height, concrete, columns }: Facade): Drawing => {
  const [stepWidth, stepHeight] = [width / columns, (height * 0.86) / columns];
  const wall = gradient([lighter(concrete, 0.3), darker(concrete, 0.1)], [0, 0, 1, 1]);
  const shadow = path(
    `M0 0H${n(width * 0.52)}L${n(width)} ${n(height * 0.5)}V${n(height)}L0 ${n(height * 0.1)}Z`,
    darker(concrete, 0.5),
    'fill-opacity="0.5"',
  );
  const steps = range(columns).map((step) => {
    const [x, y] = [step * stepWidth, height - (step + 1) * stepHeight];
    const riser = gradient([darker(concrete, 0.18), darker(concrete, 0.42)]);
    const tread = rect(x, y, width - x, stepHeight * 0.24, lighter(concrete, 0.42));
    return riser.definition + rect(x, y + stepHeight * 0.24, width - x, stepHeight, riser.fill) + tread;
  });
  const content = wall.definition + rect(0, 0, width, height, wall.fill) + shadow + steps.reverse().join('');
  return { width, height, grain: 8, content };
};
