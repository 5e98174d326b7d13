import { darker, lighter, mix } from './colour.ts';
import { aRandom, range } from './random.ts';
import { circle, clipped, curve, ellipse, gradient, n, path, rect } from './svg.ts';
import type { Point } from './svg.ts';

/** Turned on a lathe: half widths from the rim down to the foot, both from 0 to 1 of the vessel's size. */
export type Profile = readonly Point[];

export type Vessel = {
  profile: Profile;
  colour: string;
  /** A second glaze from this height down. */
  dipped?: { from: number; colour: string };
  isSpeckled?: boolean;
  isOpen?: boolean;
};

export const profiles = {
  bottle: [
    [0, 0.09],
    [0.02, 0.1],
    [0.2, 0.085],
    [0.32, 0.1],
    [0.45, 0.24],
    [0.6, 0.3],
    [0.9, 0.28],
    [1, 0.24],
  ],
  amphora: [
    [0, 0.13],
    [0.05, 0.1],
    [0.16, 0.1],
    [0.32, 0.3],
    [0.48, 0.38],
    [0.7, 0.3],
    [0.93, 0.13],
    [1, 0.15],
  ],
  bowl: [
    [0, 0.62],
    [0.2, 0.61],
    [0.5, 0.53],
    [0.8, 0.32],
    [0.92, 0.22],
    [1, 0.23],
  ],
  jar: [
    [0, 0.2],
    [0.06, 0.2],
    [0.12, 0.32],
    [0.3, 0.4],
    [0.6, 0.41],
    [0.9, 0.34],
    [1, 0.28],
  ],
  column: [
    [0, 0.22],
    [0.3, 0.21],
    [0.6, 0.21],
    [1, 0.22],
  ],
  bud: [
    [0, 0.055],
    [0.3, 0.05],
    [0.5, 0.07],
    [0.66, 0.22],
    [0.8, 0.29],
    [0.93, 0.24],
    [1, 0.17],
  ],
  waisted: [
    [0, 0.26],
    [0.1, 0.24],
    [0.35, 0.14],
    [0.5, 0.13],
    [0.7, 0.26],
    [0.9, 0.33],
    [1, 0.3],
  ],
} satisfies Record<string, Profile>;

/** Standing with the middle of its foot at the origin, `size` pixels high, lit from the left. */
export const vessel = (
  { profile, colour, dipped, isSpeckled, isOpen = true }: Vessel,
  size: number,
): string => {
  const outline = outlineOf(profile, size);
  const reach = Math.max(...profile.map(([, r]) => r)) * size;
  const body = turned(colour, reach);
  const parts = [body.definition, rect(-reach, -size * 1.1, 2 * reach, size * 1.2, body.fill)];
  if (dipped) {
    const glaze = turned(dipped.colour, reach);
    const y = -size * (1 - dipped.from);
    const d = `M${n(-reach)} ${n(y)}Q0 ${n(y + size * 0.09)} ${n(reach)} ${n(y - size * 0.03)}V${n(size * 0.1)}H${n(-reach)}Z`;
    parts.push(glaze.definition, path(d, glaze.fill));
  }
  if (isSpeckled) parts.push(speckles(reach, size));
  parts.push(underneath(reach, size));
  return clipped(parts.join(''), path(outline, '#000')) + (isOpen ? opening(profile, size, colour) : '');
};

export const outlineOf = (profile: Profile, size: number): string => {
  const right = profile.map(([y, r]): Point => [r * size, (y - 1) * size]);
  const left = [...right].reverse().map(([x, y]): Point => [-x, y]);
  const foot = profile.at(-1)?.[1] ?? 0;
  const down = curve(right);
  const up = curve(left);
  const base = `Q0 ${n(foot * size * 0.3)} ${n(-foot * size)} 0`;
  return `${down}${base}${up.slice(up.indexOf('C'))}Z`;
};

/** Light falls from the upper left; the right edge gets a little back from the wall. */
const turned = (colour: string, reach: number): { fill: string; definition: string } => {
  const shade = gradient([
    [0, darker(colour, 0.2)],
    [0.12, lighter(colour, 0.05)],
    [0.3, lighter(colour, 0.34)],
    [0.5, colour],
    [0.82, darker(colour, 0.5)],
    [0.94, darker(colour, 0.56)],
    [1, mix(darker(colour, 0.42), '#ffffff', 0.06)],
  ]);
  const across = `gradientUnits="userSpaceOnUse" x1="${n(-reach)}" x2="${n(reach)}" y1="0" y2="${n(reach * 0.12)}"`;
  return { ...shade, definition: shade.definition.replace(/x1=.*?y2="[^"]*"/, across) };
};

const underneath = (reach: number, size: number): string => {
  const fade = gradient([
    [0, '#12081400'],
    [0.7, '#12081400'],
    [1, '#12081466'],
  ]);
  return fade.definition + rect(-reach, -size, 2 * reach, size * 1.1, fade.fill);
};

const opening = (profile: Profile, size: number, colour: string): string => {
  const rim = (profile[0]?.[1] ?? 0) * size;
  const inside = gradient([darker(colour, 0.72), darker(colour, 0.45)], [0, 0, 1, 0]);
  const lip = ellipse(0, -size, [rim, rim * 0.2], lighter(colour, 0.3));
  return inside.definition + lip + ellipse(0, -size + rim * 0.02, [rim * 0.9, rim * 0.16], inside.fill);
};

const speckles = (reach: number, size: number): string => {
  const random = aRandom(Math.round(reach * 7 + size));
  return range(90)
    .map(() => {
      const [x, y] = [random.between(-reach, reach), -random.between(0, size)];
      return circle(x, y, size * random.between(0.0015, 0.005), '#3a2a22', 'fill-opacity="0.55"');
    })
    .join('');
};
