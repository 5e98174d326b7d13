export type Point = readonly [x: number, y: number];

export type Drawing = {
  width: number;
  height: number;
  /** SVG elements in pixels of the drawing. */
  content: string;
  /** What lies under the soft light and shadows. */
  backdrop?: string;
  /** Blurred content between backdrop and content. Drawn small and enlarged, since blurring large is slow. */
  soft?: string;
  /** Strength of the film grain, 0 to about 20; none for what is graphic. */
  grain?: number;
};

let gradientCount = 0;
/** Ids are unique within the process, so that drawings can be put into one another. */
export const newId = (): string => `p${(gradientCount += 1)}`;

export const svgOf = ({ width, height }: Drawing, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;

/** `stops` as colours in even steps, or as pairs of place and colour. */
export const gradient = (
  stops: readonly (string | readonly [number, string])[],
  [x1, y1, x2, y2]: readonly [number, number, number, number] = [0, 0, 0, 1],
): { fill: string; definition: string } => {
  const id = newId();
  const direction = `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`;
  return {
    fill: `url(#${id})`,
    definition: `<linearGradient id="${id}" ${direction}>${stopsOf(stops)}</linearGradient>`,
  };
};

export const glow = (
  stops: readonly (string | readonly [number, string])[],
  [cx, cy, r]: readonly [number, number, number] = [0.5, 0.5, 0.5],
): { fill: string; definition: string } => {
  const id = newId();
  return {
    fill: `url(#${id})`,
    definition: `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`,
  };
};

const stopsOf = (stops: readonly (string | readonly [number, string])[]): string =>
  stops
    .map((stop, index) => {
      const [place, colour] = typeof stop === 'string' ? ([index / (stops.length - 1), stop] as const) : stop;
      const { hex, opacity } = splitOpacity(colour);
      return `<stop offset="${place}" stop-color="${hex}" stop-opacity="${opacity}"/>`;
    })
    .join('');

const splitOpacity = (colour: string): { hex: string; opacity: number } =>
  colour.length === 9
    ? { hex: colour.slice(0, 7), opacity: parseInt(colour.slice(7), 16) / 255 }
    : { hex: colour, opacity: 1 };

/** Blurred as a whole; `deviation` in pixels. */
export const blurred = (content: string, deviation: number, attributes = ''): string => {
  const id = newId();
  const region = 'x="-0.5" y="-0.5" width="2" height="2"';
  const filter = `<filter id="${id}" ${region}><feGaussianBlur stdDeviation="${deviation}"/></filter>`;
  return `${filter}<g filter="url(#${id})" ${attributes}>${content}</g>`;
};

export const clipped = (content: string, shape: string): string => {
  const id = newId();
  return `<clipPath id="${id}">${shape}</clipPath><g clip-path="url(#${id})">${content}</g>`;
};

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  ...[fill, more = '']: [fill: string, more?: string]
): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}" ${more}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;

export const ellipse = (x: number, y: number, [rx, ry]: Point, fill: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;

export const stroke = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" ${more}/>`;

export const moved = (content: string, [x, y]: Point, scale = 1, degrees = 0): string =>
  `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(degrees)}) scale(${n(scale)})">${content}</g>`;

export const polyline = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');

/** A smooth line through all points (Catmull-Rom as cubic Béziers). */
export const curve = (points: readonly Point[]): string => {
  const at = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0];
  const [first] = points;
  let d = `M${n(first?.[0] ?? 0)} ${n(first?.[1] ?? 0)}`;
  for (let index = 0; index < points.length - 1; index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const near: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const far: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    d += `C${n(near[0])} ${n(near[1])} ${n(far[0])} ${n(far[1])} ${n(to[0])} ${n(to[1])}`;
  }
  return d;
};

export const n = (value: number): string => String(Math.round(value * 100) / 100);
