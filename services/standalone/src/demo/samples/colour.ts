type Channels = [red: number, green: number, blue: number];

export const channelsOf = (hex: string): Channels => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
];

/** `part` of the second colour in the first. */
export const mix = (first: string, second: string, part: number): string => {
  const [from, to] = [channelsOf(first), channelsOf(second)];
  const t = Math.min(1, Math.max(0, part));
  return `#${from.map((value, index) => toHex(value + ((to[index] ?? 0) - value) * t)).join('')}`;
};

export const darker = (hex: string, part: number): string => mix(hex, '#120d14', part);
export const lighter = (hex: string, part: number): string => mix(hex, '#fffaf0', part);
export const withOpacity = (hex: string, opacity: number): string => `${hex}${toHex(opacity * 255)}`;

const toHex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

/** The brand's colours: paper and ink, and five grounds that go with one another. */
export const acme = {
  paper: '#f4efe6',
  ink: '#1c1a22',
  terracotta: '#c8553d',
  ochre: '#e0a33e',
  moss: '#4f5d3f',
  pine: '#1f3b34',
  sea: '#2f5d73',
  night: '#1b2440',
  blush: '#e9c4b0',
  clay: '#a8674b',
  sand: '#d9c3a0',
  lilac: '#b9a7c9',
} as const;
