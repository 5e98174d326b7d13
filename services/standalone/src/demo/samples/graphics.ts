import { mix } from './colour.ts';
import { words } from './lettering.ts';
import { aNoise, aRandom, fractal, range } from './random.ts';
import { circle, clipped, moved, n, path, polyline, rect, stroke } from './svg.ts';
import type { Drawing, Point } from './svg.ts';

export type Sheet = { width: number; height: number; seed: number; ground: string; inks: readonly string[] };

const inkOf = (inks: readonly string[], index: number): string => inks[index % inks.length] ?? '#000000';

/** A ball of light in dots that grow with the dark. */
export const halftone = ({ width, height, ground, inks }: Sheet, title = ''): Drawing => {
  const step = width / 76;
  const [cx, cy, r] = [width * 0.5, height * 0.5, width * 0.36];
  const dots: string[] = [];
  for (let row = 0; row * step * 0.87 < height; row++) {
    for (let column = 0; column * step < width + step; column++) {
      const [x, y] = [(column + (row % 2) / 2) * step, row * step * 0.87];
      if (Math.hypot(x - cx, y - cy) > r + step) continue;
      const light = Math.hypot(x - cx + r * 0.42, y - cy + r * 0.46) / (r * 1.55);
      dots.push(circle(x, y, step * 0.62 * Math.sqrt(Math.min(1.1, light ** 1.35)), inkOf(inks, 0)));
    }
  }
  const margin = width * 0.07;
  const label = { size: width * 0.034, colour: inkOf(inks, 1), weight: 0.15 };
  const caption = [
    words(title, { ...label, at: [margin, margin] }),
    words('Acme', { ...label, at: [width - margin, margin], align: 'end' }),
    words('Spring summer', { ...label, at: [margin, height - margin * 1.5] }),
    words('2027', { ...label, at: [width - margin, height - margin * 1.5], align: 'end' }),
  ];
  const ball = clipped(dots.join(''), circle(cx, cy, r, '#000'));
  return { width, height, content: rect(0, 0, width, height, ground) + ball + caption.join('') };
};

/** Two sets of rings, a little apart: the third pattern draws itself. */
export const moire = ({ width, height, ground, inks }: Sheet): Drawing => {
  const gap = width / 74;
  const rings = (cx: number, cy: number, colour: string): string =>
    range(70)
      .map((index) =>
        circle(cx, cy, gap * (index + 0.5), 'none', `stroke="${colour}" stroke-width="${n(gap * 0.42)}"`),
      )
      .join('');
  const content =
    rings(width * 0.43, height * 0.5, inkOf(inks, 0)) + rings(width * 0.57, height * 0.5, inkOf(inks, 1));
  return { width, height, content: rect(0, 0, width, height, ground) + content };
};

/** Lines that ride over a hidden landscape. */
export const waves = ({ width, height, seed, ground, inks }: Sheet): Drawing => {
  const noise = fractal(aNoise(seed), 3);
  const count = 64;
  const lines = range(count).map((row) => {
    const base = height * (0.12 + (0.8 * row) / count);
    const points = range(141).map((step): Point => {
      const across = step / 140;
      const swell = Math.sin(Math.PI * across) ** 2.4 * (0.55 + 0.45 * Math.sin((row / count) * Math.PI));
      const lift = Math.max(0, noise(across * 5 + row * 0.05, row * 0.12) + 0.28) * height * 0.17 * swell;
      return [width * (0.1 + 0.8 * across), base - lift];
    });
    const colour = mix(inkOf(inks, 0), inkOf(inks, 1), row / count);
    return path(polyline(points), ground, `stroke="${colour}" stroke-width="${n(width / 520)}"`);
  });
  return { width, height, content: rect(0, 0, width, height, ground) + lines.join('') };
};

/** Quarter circles, halves, discs and bars on a grid. */
export const bauhaus = ({ width, height, seed, ground, inks }: Sheet, columns = 5): Drawing => {
  const random = aRandom(seed);
  const cell = width / columns;
  const rows = Math.ceil(height / cell);
  const shapes = [
    (colour: string): string => path('M0 0H100A100 100 0 0 1 0 100Z', colour),
    (colour: string): string =>
      path('M0 0A50 50 0 0 0 100 0Z', colour) + path('M0 50A50 50 0 0 0 100 50Z', colour),
    (colour: string, second: string): string => circle(50, 50, 50, colour) + circle(50, 50, 22, second),
    (colour: string): string => path('M0 0L100 0L0 100Z', colour),
    (colour: string): string => [0, 1, 2].map((bar) => rect(0, bar * 36, 100, 20, colour)).join(''),
    (colour: string, second: string): string =>
      path('M0 0A100 100 0 0 0 100 100V0Z', colour) + circle(72, 28, 18, second),
    (colour: string): string => stroke('M0 34A34 34 0 0 0 34 0M0 84A84 84 0 0 0 84 0', colour, 26),
  ];
  const unit = rect(0, 0, 100, 100, '#000');
  const tiles = range(columns * rows).map((index) => {
    const [x, y] = [(index % columns) * cell, Math.floor(index / columns) * cell];
    const [back, front, dot] = [random.pick([ground, ...inks]), random.pick(inks), random.pick(inks)];
    const colour = front === back ? (inks.find((ink) => ink !== back) ?? front) : front;
    const shape = random.pick(shapes)(colour, dot === colour ? back : dot);
    const turned = `<g transform="rotate(${90 * Math.floor(random.next() * 4)} 50 50)">${shape}</g>`;
    return moved(rect(0, 0, 100, 100, back) + clipped(turned, unit), [x, y], cell / 100);
  });
  return { width, height, content: rect(0, 0, width, height, ground) + tiles.join('') };
};

/** Chips of stone, kept apart by trying places until one is free. */
export const terrazzo = ({ width, height, seed, ground, inks }: Sheet): Drawing => {
  const random = aRandom(seed);
  const placed: { x: number; y: number; r: number }[] = [];
  const chips: string[] = [];
  for (let tries = 0; tries < 5200 && chips.length < 900; tries++) {
    const r = (width / 1600) * (8 + 62 * random.next() ** 3.2) * (tries < 700 ? 1.25 : 0.7);
    const [x, y] = [random.between(-r, width + r), random.between(-r, height + r)];
    if (placed.some((other) => (other.x - x) ** 2 + (other.y - y) ** 2 < ((other.r + r) * 0.98) ** 2))
      continue;
    placed.push({ x, y, r });
    const corners = 5 + Math.floor(random.next() * 4);
    const start = random.between(0, 6);
    const points = range(corners).map((corner): Point => {
      const angle = start + (corner / corners) * Math.PI * 2 + random.between(-0.25, 0.25);
      const reach = r * random.between(0.68, 1);
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
    });
    chips.push(path(`${polyline(points)}Z`, mix(random.pick(inks), ground, random.between(0, 0.25))));
  }
  return { width, height, grain: 6, content: rect(0, 0, width, height, ground) + chips.join('') };
};
