import { darker, lighter, mix, withOpacity } from './colour.ts';
import { aNoise, aRandom, fractal, range } from './random.ts';
import { circle, curve, ellipse, glow, gradient, n, path, polyline, rect, stroke } from './svg.ts';
import type { Drawing, Point } from './svg.ts';

export type LandscapeOptions = {
  width: number;
  height: number;
  seed: number;
  /** From the zenith to the horizon. */
  sky: readonly string[];
  /** From the far to the near. */
  land: readonly [far: string, near: string];
  sun?: { x: number; y: number; radius: number; colour: string };
};

const skyOf = ({ width, height, sky, sun }: LandscapeOptions, horizon: number): string => {
  const air = gradient([
    ...sky.map((colour, index) => [(index / (sky.length - 1)) * horizon, colour] as const),
  ]);
  const parts = [air.definition, rect(0, 0, width, height, air.fill)];
  if (sun) {
    const light = glow([
      [0, withOpacity(sun.colour, 0.7)],
      [0.2, withOpacity(sun.colour, 0.34)],
      [0.5, withOpacity(sun.colour, 0.1)],
      [1, withOpacity(sun.colour, 0)],
    ]);
    const [x, y, r] = [sun.x * width, sun.y * height, sun.radius * width];
    parts.push(light.definition, circle(x, y, r * 6, light.fill), circle(x, y, r, lighter(sun.colour, 0.35)));
  }
  return parts.join('');
};

/** Ridge behind ridge, each in the haze of those before it. */
export const mountains = (options: LandscapeOptions & { layers?: number; horizon?: number }): Drawing => {
  const { width, height, seed, sky, land, layers = 7, horizon = 0.42 } = options;
  const haze = sky.at(-1) ?? '#ffffff';
  const ridges = range(layers).map((layer) => {
    const depth = layer / (layers - 1);
    const noise = fractal(aNoise(seed + layer * 31), 6);
    const base = height * (horizon + (1 - horizon) * depth ** 1.25 * 0.82);
    const reach = height * (0.11 + 0.1 * depth) * (layer === 1 ? 1.5 : 1);
    const points = range(161).map((step): Point => {
      const x = (step / 160) * width;
      return [x, base - reach * (0.35 + noise((x / width) * (3.4 - depth * 1.2) + layer * 7, layer))];
    });
    const colour = mix(land[0], land[1], depth ** 1.1);
    const fill = gradient([colour, mix(colour, haze, 0.55 - 0.5 * depth)]);
    return fill.definition + path(`${polyline(points)}V${height}H0Z`, fill.fill);
  });
  return { width, height, grain: 5, content: skyOf(options, horizon + 0.1) + ridges.join('') };
};

/** Dunes with a lit and a shaded flank that meet in a winding crest. */
export const dunes = (options: LandscapeOptions & { count?: number; shadow?: string }): Drawing => {
  const { width, height, seed, sky, land, count = 7, shadow = '#4a1f33' } = options;
  const random = aRandom(seed);
  const haze = sky.at(-1) ?? '#ffffff';
  const rows = range(count).map((row) => {
    const depth = row / (count - 1);
    const lit = mix(mix(land[0], haze, 0.35), land[1], depth ** 0.8);
    const peak: Point = [
      width * (row % 2 === 0 ? random.between(0.05, 0.42) : random.between(0.55, 0.95)),
      height * (0.46 + 0.43 * depth ** 1.15 - random.between(0.02, 0.06)),
    ];
    return dune({
      width,
      height,
      peak,
      lit,
      shadow,
      drop: height * (0.07 + 0.16 * depth),
      lean: random.between(-1, 1),
    });
  });
  return { width, height, grain: 7, content: skyOf(options, 0.58) + rows.join('') };
};

type Dune = {
  width: number;
  height: number;
  peak: Point;
  lit: string;
  shadow: string;
  drop: number;
  lean: number;
};

const dune = ({ width, height, peak: [px, py], lit, shadow, drop, lean }: Dune): string => {
  const left: Point[] = [
    [-width * 0.3, py + drop * 1.5],
    [px - width * 0.52, py + drop * 1.12],
    [px - width * 0.22, py + drop * 0.45],
    [px, py],
  ];
  const right: Point[] = [
    [px, py],
    [px + width * 0.16, py + drop * 0.52],
    [px + width * 0.42, py + drop * 0.98],
    [width * 1.4, py + drop * 1.5],
  ];
  const crest: Point[] = [
    [px, py],
    [px + width * (0.02 + 0.03 * lean), py + drop * 0.5],
    [px - width * (0.05 + 0.06 * lean), py + drop * 1.1],
    [px + width * (0.04 - 0.1 * lean), py + drop * 2.1],
    [px - width * 0.12, height + 40],
  ];
  const light = gradient([lighter(lit, 0.22), lit, darker(lit, 0.16)]);
  const shade = gradient([
    [0, mix(lit, shadow, 0.72)],
    [0.45, mix(lit, shadow, 0.52)],
    [1, mix(lit, shadow, 0.3)],
  ]);
  const tail = `L${n(width * 1.4)} ${height + 40}`;
  const whole = `${curve(left)}${curve(right).slice(curve(right).indexOf('C'))}${tail}H${n(-width * 0.3)}Z`;
  const backwards = curve([...crest].reverse());
  const flank = `${curve(right)}${tail}L${n(px - width * 0.12)} ${height + 40}${backwards.slice(backwards.indexOf('C'))}Z`;
  const edge = stroke(curve(crest), withOpacity(lighter(lit, 0.5), 0.35), width / 900);
  return light.definition + shade.definition + path(whole, light.fill) + path(flank, shade.fill) + edge;
};

/** A calm sea, the sun's road on it. */
export const sea = (options: LandscapeOptions & { horizon?: number }): Drawing => {
  const { width, height, seed, sky, land, sun, horizon = 0.55 } = options;
  const random = aRandom(seed);
  const top = height * horizon;
  const water = gradient([mix(sky.at(-1) ?? '#ffffff', land[0], 0.45), land[0], land[1]]);
  const centre = (sun?.x ?? 0.5) * width;
  const glint = lighter(sun?.colour ?? '#ffffff', 0.4);
  const glints = range(420).map(() => {
    const near = random.next() ** 1.7;
    const spread = width * (0.03 + 0.2 * near) * (random.next() + random.next() - 1);
    const size = (0.6 + 5 * near) * (width / 1600);
    const opacity = random.between(0.25, 0.85) * (1 - 0.45 * near);
    const reach = size * random.between(6, 26);
    const y = top + 4 + (height - top) * near;
    return ellipse(centre + spread, y, [reach, size], glint, `fill-opacity="${n(opacity)}"`);
  });
  const swell = range(46).map((row) => {
    const near = (row / 46) ** 1.8;
    const y = top + (height - top) * near;
    const x = random.between(-0.2, 0.8) * width;
    const reach: Point = [width * random.between(0.1, 0.35), 0.8 + 5 * near];
    return ellipse(x, y, reach, darker(land[1], 0.25), 'fill-opacity="0.22"');
  });
  const surface = water.definition + rect(0, top, width, height - top, water.fill);
  return {
    width,
    height,
    grain: 6,
    content: skyOf(options, horizon) + surface + swell.join('') + glints.join(''),
  };
};
