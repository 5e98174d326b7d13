import { darker, lighter, mix } from './colour.ts';
import { blurred, circle, ellipse, glow, gradient, moved, n, path, rect } from './svg.ts';
import type { Drawing, Point } from './svg.ts';
import { profiles, vessel } from './vessels.ts';
import type { Vessel } from './vessels.ts';

/** What stands on the set: `at` is the middle of its foot, in parts of the picture; `size` in parts of its height. */
export type Prop =
  | { kind: 'ball'; at: Point; size: number; colour: string }
  | { kind: 'arch'; at: Point; size: number; colour: string }
  | { kind: 'plinth'; at: Point; size: number; colour: string; width: number }
  | { kind: 'block'; at: Point; size: number; colour: string; width: number }
  | { kind: 'disc'; at: Point; size: number; colour: string }
  | { kind: 'vessel'; at: Point; size: number; vessel: Vessel };

export type Set = {
  width: number;
  height: number;
  wall: string;
  floor: string;
  edge?: number;
  window?: boolean;
};

/** A set in the studio: wall, floor, a soft light from the left, and props with shadows on both. */
export const stillLife = (set: Set, props: readonly Prop[]): Drawing => {
  const { width, height } = set;
  const shadows = props.map((prop) => shadowOf(prop, set)).join('');
  const contacts = props.map((prop) => contactOf(prop, set)).join('');
  const soft = blurred(shadows, width / 55, 'fill="#1d1020" fill-opacity="0.3"');
  const close = blurred(contacts, width / 200, 'fill="#1d1020" fill-opacity="0.42"');
  const figures = props.map((prop) =>
    moved(figureOf(prop, height), [prop.at[0] * width, prop.at[1] * height]),
  );
  const light = set.window ? windowLight(width, height) : '';
  return {
    width,
    height,
    grain: 7,
    backdrop: room(set),
    soft: light + soft + close,
    content: figures.join(''),
  };
};

const room = ({ width, height, wall, floor, edge = 0.68 }: Set): string => {
  const y = edge * height;
  const back = glow([lighter(wall, 0.22), wall, darker(wall, 0.24)], [0.3, 0.34, 0.85]);
  const ground = gradient([darker(floor, 0.16), floor, lighter(floor, 0.12)]);
  const backdrop = back.definition + rect(0, 0, width, y + 1, back.fill);
  return backdrop + ground.definition + rect(0, y, width, height - y, ground.fill);
};

const windowLight = (width: number, height: number): string => {
  const pane = (column: number, row: number): string =>
    rect(column * 0.13 * width, row * 0.2 * height, width * 0.115, height * 0.185, '#fff3d6');
  const panes = [0, 1, 2].flatMap((column) => [0, 1, 2].map((row) => pane(column, row))).join('');
  const skewed = `<g transform="translate(${n(width * 0.42)} ${n(height * 0.02)}) skewX(-16) skewY(7)">${panes}</g>`;
  return blurred(skewed, width / 160, 'fill-opacity="0.34"');
};

const halfWidthOf = (prop: Prop): number => {
  if (prop.kind === 'plinth' || prop.kind === 'block') return prop.width / 2;
  if (prop.kind === 'vessel') return Math.max(...prop.vessel.profile.map(([, r]) => r)) * prop.size;
  return prop.size / (prop.kind === 'arch' ? 2.6 : 2);
};

/** Falls to the right, along the floor and a little up the wall. */
const shadowOf = (prop: Prop, { width, height }: Set): string => {
  const [x, y] = [prop.at[0] * width, prop.at[1] * height];
  const half = halfWidthOf(prop) * height;
  const long = prop.size * height * 0.85;
  const low = half * 0.28;
  const d = `M${n(x - half * 0.9)} ${n(y)}Q${n(x)} ${n(y + low * 1.3)} ${n(x + half)} ${n(y + low * 0.5)}L${n(x + half + long)} ${n(y - low * 0.4)}Q${n(x + half + long * 0.7)} ${n(y - low * 1.7)} ${n(x + half * 0.4)} ${n(y - low * 0.9)}Z`;
  return `<path d="${d}"/>`;
};

const contactOf = (prop: Prop, { width, height }: Set): string => {
  const half = halfWidthOf(prop) * height * (prop.kind === 'ball' || prop.kind === 'disc' ? 0.5 : 0.92);
  const [x, y] = [prop.at[0] * width + half * 0.12, prop.at[1] * height];
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(half)}" ry="${n(half * 0.13)}"/>`;
};

const figureOf = (prop: Prop, height: number): string => {
  const size = prop.size * height;
  if (prop.kind === 'vessel') return vessel(prop.vessel, size);
  if (prop.kind === 'ball') return ball(size / 2, prop.colour);
  if (prop.kind === 'disc') return disc(size / 2, prop.colour);
  if (prop.kind === 'arch') return arch(size, prop.colour);
  const width = prop.width * height;
  return prop.kind === 'plinth' ? plinth(width, size, prop.colour) : block(width, size, prop.colour);
};

const ball = (radius: number, colour: string): string => {
  const light = glow(
    [
      [0, lighter(colour, 0.5)],
      [0.28, lighter(colour, 0.14)],
      [0.62, darker(colour, 0.16)],
      [0.9, darker(colour, 0.52)],
      [1, mix(darker(colour, 0.42), '#ffffff', 0.05)],
    ],
    [0.34, 0.3, 0.74],
  );
  return light.definition + circle(0, -radius, radius, light.fill);
};

const disc = (radius: number, colour: string): string => {
  const face = gradient([lighter(colour, 0.22), colour, darker(colour, 0.14)], [0, 0, 1, 1]);
  const rim = circle(radius * 0.09, -radius, radius, darker(colour, 0.42));
  return rim + face.definition + circle(0, -radius, radius, face.fill);
};

const arch = (size: number, colour: string): string => {
  const half = size / 2.6;
  const inner = half * 0.52;
  const shape = (shift: number): string => {
    const top = -size + half;
    const outer = `M${n(-half + shift)} 0V${n(top)}A${n(half)} ${n(half)} 0 0 1 ${n(half + shift)} ${n(top)}V0`;
    return `${outer}H${n(inner + shift)}V${n(top)}A${n(inner)} ${n(inner)} 0 0 0 ${n(-inner + shift)} ${n(top)}V0Z`;
  };
  const face = gradient([lighter(colour, 0.2), colour, darker(colour, 0.16)], [0, 0, 1, 0.6]);
  return path(shape(half * 0.2), darker(colour, 0.45)) + face.definition + path(shape(0), face.fill);
};

const plinth = (width: number, height: number, colour: string): string => {
  const half = width / 2;
  const lid = half * 0.2;
  const side = gradient(
    [
      [0, darker(colour, 0.12)],
      [0.25, lighter(colour, 0.24)],
      [0.55, darker(colour, 0.06)],
      [0.92, darker(colour, 0.48)],
      [1, darker(colour, 0.4)],
    ],
    [0, 0, 1, 0],
  );
  const top = gradient([lighter(colour, 0.42), lighter(colour, 0.16)], [0, 0, 1, 0.3]);
  const wall = `M${n(-half)} ${n(-height)}V0A${n(half)} ${n(lid)} 0 0 0 ${n(half)} 0V${n(-height)}Z`;
  const surface = ellipse(0, -height, [half, lid], top.fill);
  return side.definition + top.definition + path(wall, side.fill) + surface;
};

const block = (width: number, height: number, colour: string): string => {
  const [half, depth] = [width / 2, width * 0.22];
  const front = gradient([lighter(colour, 0.16), darker(colour, 0.05)], [0, 0, 1, 1]);
  const side = gradient([darker(colour, 0.34), darker(colour, 0.5)]);
  const top = `M${n(-half)} ${n(-height)}l${n(depth)} ${n(-depth * 0.55)}H${n(half + depth)}L${n(half)} ${n(-height)}Z`;
  const right = `M${n(half)} 0V${n(-height)}l${n(depth)} ${n(-depth * 0.55)}V${n(-depth * 0.55)}Z`;
  const lid = path(top, lighter(colour, 0.36));
  return `${front.definition}${side.definition}${lid}${path(right, side.fill)}${rect(-half, -height, width, height, front.fill)}`;
};

export const vesselOf = (
  shape: keyof typeof profiles,
  colour: string,
  more: Partial<Vessel> = {},
): Vessel => ({
  profile: profiles[shape],
  colour,
  ...more,
});
