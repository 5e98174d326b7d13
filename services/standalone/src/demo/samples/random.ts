/** Random in looks only: the same seed draws the same picture on every machine. */
export type Random = {
  next: () => number;
  between: (low: number, high: number) => number;
  pick: <T>(list: readonly T[]) => T;
};

/** mulberry32, by Tommy Ettinger (public domain). */
export const aRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
  };
};

export type Noise = (x: number, y: number) => number;

/** Value noise with smooth steps, from -1 to 1. */
export const aNoise = (seed: number): Noise => {
  const random = aRandom(seed);
  const lattice = Float32Array.from({ length: 65_536 }, () => random.between(-1, 1));
  const at = (x: number, y: number): number => lattice[((y & 255) << 8) | (x & 255)] ?? 0;
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [smooth(x - left), smooth(y - top)];
    const upper = at(left, top) + u * (at(left + 1, top) - at(left, top));
    const lower = at(left, top + 1) + u * (at(left + 1, top + 1) - at(left, top + 1));
    return upper + v * (lower - upper);
  };
};

/** Several octaves of a noise, each twice as fine and half as strong. */
export const fractal = (noise: Noise, octaves: number): Noise => {
  const weight = 2 - 2 ** (1 - octaves);
  return (x, y) => {
    let sum = 0;
    for (let octave = 0; octave < octaves; octave++)
      sum += noise(x * 2 ** octave, y * 2 ** octave) / 2 ** octave;
    return sum / weight;
  };
};

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const smooth = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
