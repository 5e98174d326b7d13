import sharp from 'sharp';

import { channelsOf, lighter, mix } from './colour.ts';
import { encode, withGrain } from './paint.ts';
import type { PictureFormat } from './paint.ts';
import { aNoise, aRandom, fractal, range } from './random.ts';
import { circle, gradient, n, path, polyline, rect, stroke } from './svg.ts';
import type { Drawing, Point } from './svg.ts';

export type NightSky = { width: number; height: number; seed: number; sky: readonly string[]; land: string };

const ridge = ({ width, height, seed, land }: NightSky, at: number): string => {
  const noise = fractal(aNoise(seed), 6);
  const points = range(141).map((step): Point => {
    const x = (step / 140) * width;
    return [x, height * (at - 0.1 * noise((x / width) * 4, 0.5))];
  });
  return path(`${polyline(points)}V${height}H0Z`, land);
};

/** Hours of exposure: every star draws its arc around the pole. */
export const starTrails = (night: NightSky): Drawing => {
  const { width, height, seed, sky, land } = night;
  const random = aRandom(seed);
  const air = gradient(sky);
  const [cx, cy] = [width * 0.6, height * 0.46];
  const reach = Math.hypot(width, height) * 0.75;
  const arcs = range(330).map(() => {
    const r = reach * Math.sqrt(random.next());
    const start = random.between(0, Math.PI * 2);
    const end = start + random.between(0.35, 0.75);
    const at = (angle: number): string => `${n(cx + r * Math.cos(angle))} ${n(cy + r * Math.sin(angle))}`;
    const colour = random.pick(['#ffffff', '#ffe6c4', '#cfdcff', '#f4d2c4']);
    const more = `stroke-opacity="${n(random.between(0.25, 0.9))}" stroke-linecap="round"`;
    return stroke(
      `M${at(start)}A${n(r)} ${n(r)} 0 0 1 ${at(end)}`,
      colour,
      (width / 1600) * random.between(0.8, 2.6),
      more,
    );
  });
  const far = ridge({ ...night, seed: seed + 1, land: lighter(land, 0.12) }, 0.82);
  const content =
    air.definition + rect(0, 0, width, height, air.fill) + arcs.join('') + far + ridge(night, 0.92);
  return { width, height, grain: 6, content };
};

/** Stars over the hills, thick in a band across the sky. */
export const starField = (night: NightSky): Drawing => {
  const { width, height, seed, sky, land } = night;
  const random = aRandom(seed);
  const clouds = fractal(aNoise(seed + 5), 4);
  const air = gradient(sky);
  const stars = range(4200).flatMap(() => {
    const [u, v] = [random.next(), random.next()];
    const band = Math.exp(-(((v - 0.75 + 0.6 * u) / 0.16) ** 2)) * (0.75 + 0.5 * clouds(u * 6, v * 6));
    if (random.next() > 0.14 + band) return [];
    const size = (width / 1600) * (0.7 + 2.6 * random.next() ** 6);
    const colour = random.pick(['#ffffff', '#ffe9cf', '#d5e0ff']);
    return circle(u * width, v * height, size, colour, `fill-opacity="${n(random.between(0.3, 1))}"`);
  });
  const glowing = range(34).map((index) => {
    const u = index / 25 - 0.16 + random.between(-0.02, 0.02);
    const v = 0.75 - 0.6 * u;
    const r = width * random.between(0.07, 0.13);
    return circle(u * width, v * height, r, mix('#8f7fc0', '#e6b9a8', random.next()), 'fill-opacity="0.1"');
  });
  const id = `milk${seed}`;
  const filter = `<filter id="${id}" x="-0.3" y="-0.3" width="1.6" height="1.6"><feGaussianBlur stdDeviation="${n(width / 34)}"/></filter>`;
  const soft = `${filter}<g filter="url(#${id})">${glowing.join('')}</g>`;
  const hills = ridge({ ...night, seed: seed + 1, land: lighter(land, 0.1) }, 0.86) + ridge(night, 0.94);
  return {
    width,
    height,
    grain: 6,
    backdrop: air.definition + rect(0, 0, width, height, air.fill),
    soft,
    content: stars.join('') + hills,
  };
};

export type Mesh = { width: number; height: number; seed: number; colours: readonly string[] };

/** Colours that flow into one another: a small warped field, enlarged. */
export const mesh = async (
  { width, height, seed, colours }: Mesh,
  format: PictureFormat,
): Promise<Buffer> => {
  const [w, h] = [64, Math.round((64 * height) / width)];
  const noise = fractal(aNoise(seed), 2);
  const random = aRandom(seed);
  const spots = colours.map((colour) => ({ x: random.next(), y: random.next(), colour: channelsOf(colour) }));
  const pixels = Buffer.alloc(w * h * 3);
  for (let index = 0; index < w * h; index++) {
    const [u, v] = [(index % w) / w, Math.floor(index / w) / h];
    const x = u + 0.34 * noise(u * 2.2, v * 2.2);
    const y = v + 0.34 * noise(u * 2.2 + 40, v * 2.2 + 40);
    pixels.set(blend(spots, x, y), index * 3);
  }
  const field = sharp(pixels, { raw: { width: w, height: h, channels: 3 } });
  const large = field.resize(width, height, { kernel: 'cubic', fit: 'fill' });
  return encode(await withGrain(large, 11), format);
};

const blend = (
  spots: readonly { x: number; y: number; colour: readonly number[] }[],
  x: number,
  y: number,
): number[] => {
  const sum = [0, 0, 0];
  let total = 0;
  for (const spot of spots) {
    const weight = 1 / ((x - spot.x) ** 2 + (y - spot.y) ** 2 + 0.006) ** 1.6;
    total += weight;
    for (const channel of [0, 1, 2])
      sum[channel] = (sum[channel] ?? 0) + weight * (spot.colour[channel] ?? 0);
  }
  return sum.map((value) => value / total);
};
