import { darker, lighter, withOpacity } from './colour.ts';
import { clipped, ellipse, gradient, n, path, rect, stroke } from './svg.ts';
import { outlineOf } from './vessels.ts';
import type { Profile } from './vessels.ts';

/** Clear glass: edges dark, a long highlight, the liquid as a colour of its own. */
export const glass = (
  profile: Profile,
  size: number,
  tint: string,
  liquid?: { from: number; colour: string },
): string => {
  const outline = outlineOf(profile, size);
  const reach = Math.max(...profile.map(([, r]) => r)) * size;
  const wall = gradient(
    [
      [0, withOpacity(darker(tint, 0.4), 0.85)],
      [0.1, withOpacity(tint, 0.35)],
      [0.5, withOpacity(lighter(tint, 0.6), 0.18)],
      [0.88, withOpacity(tint, 0.45)],
      [1, withOpacity(darker(tint, 0.5), 0.9)],
    ],
    [0, 0, 1, 0],
  );
  const content = liquid ? filled(liquid, reach, size) : '';
  const highlight = rect(
    -reach * 0.72,
    -size * 0.5,
    reach * 0.1,
    size * 0.42,
    '#ffffff',
    `rx="${n(reach * 0.05)}" fill-opacity="0.6"`,
  );
  const second = rect(
    reach * 0.55,
    -size * 0.46,
    reach * 0.05,
    size * 0.34,
    '#ffffff',
    `rx="${n(reach * 0.03)}" fill-opacity="0.35"`,
  );
  const body = wall.definition + content + path(outline, wall.fill) + highlight + second;
  return (
    clipped(body, path(outline, '#000')) +
    stroke(outline, withOpacity(darker(tint, 0.5), 1).slice(0, 7), size / 300, 'stroke-opacity="0.5"')
  );
};

const filled = ({ from, colour }: { from: number; colour: string }, reach: number, size: number): string => {
  const depth = gradient(
    [darker(colour, 0.35), lighter(colour, 0.3), colour, darker(colour, 0.45)],
    [0, 0, 1, 0.1],
  );
  const y = -size * (1 - from);
  const body = rect(-reach, y, 2 * reach, size, depth.fill, 'fill-opacity="0.92"');
  return (
    depth.definition +
    body +
    ellipse(0, y, [reach, reach * 0.09], lighter(colour, 0.35), 'fill-opacity="0.8"')
  );
};
