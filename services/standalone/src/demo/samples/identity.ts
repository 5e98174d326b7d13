import { acme, mix } from './colour.ts';
import { sign, widthOf, wordmark, wordmarkWidth, words } from './lettering.ts';
import { range } from './random.ts';
import { circle, rect } from './svg.ts';
import type { Drawing } from './svg.ts';

export type LogoSheet = { width: number; height: number; ground?: string; colour: string; accent: string };

/** Without a ground the logo stands on nothing: the file is transparent. */
export const logo = ({ width, height, ground, colour, accent }: LogoSheet): Drawing => {
  const size = width * 0.13;
  const at = [(width - wordmarkWidth(size)) / 2, (height - size) / 2] as const;
  const back = ground ? rect(0, 0, width, height, ground) : '';
  return { width, height, content: back + wordmark(at, size, colour, accent) };
};

export const signOnly = ({ width, height, ground, colour, accent }: LogoSheet): Drawing => {
  const size = Math.min(width, height) * 0.5;
  const back = ground ? rect(0, 0, width, height, ground) : '';
  return {
    width,
    height,
    content: back + sign([(width - size * 0.94) / 2, (height - size) / 2], size, colour, accent),
  };
};

/** The sign as a pattern: paper for wrapping. */
export const signPattern = ({ width, height, ground = acme.paper, colour, accent }: LogoSheet): Drawing => {
  const step = width / 8;
  const marks = range(9 * Math.ceil(height / step + 1)).map((index) => {
    const [column, row] = [index % 9, Math.floor(index / 9)];
    const isTurned = (column + row) % 2 === 1;
    const at = [(column - (row % 2) / 2) * step + step * 0.2, row * step + step * 0.2] as const;
    return sign(at, step * 0.56, isTurned ? accent : colour, isTurned ? colour : accent);
  });
  return { width, height, content: rect(0, 0, width, height, ground) + marks.join('') };
};

/** Colours with their names and values, as the printer wants them. */
export const swatches = (width: number, height: number, names: readonly (keyof typeof acme)[]): Drawing => {
  const columns = names.length > 6 ? 4 : 3;
  const rows = Math.ceil(names.length / columns);
  const margin = width * 0.05;
  const [w, h] = [(width - margin * 2) / columns, (height - margin * 3) / rows];
  const cards = names.map((name, index) => {
    const [x, y] = [margin + (index % columns) * w, margin * 2 + Math.floor(index / columns) * h];
    const at = { size: w * 0.06, colour: acme.ink };
    return [
      rect(
        x,
        y,
        w * 0.94,
        h * 0.68,
        acme[name],
        `rx="${width / 200}" stroke="${mix(acme[name], acme.ink, 0.12)}"`,
      ),
      words(name, { ...at, at: [x, y + h * 0.73], weight: 0.16 }),
      words(acme[name].slice(1), {
        ...at,
        at: [x, y + h * 0.73 + w * 0.1],
        size: w * 0.046,
        colour: '#6d675f',
      }),
    ].join('');
  });
  const heading = words('Colours SS27', {
    at: [margin, margin * 0.8],
    size: width * 0.022,
    colour: acme.ink,
    weight: 0.16,
  });
  const mark = wordmark(
    [width - margin - wordmarkWidth(width * 0.022), margin * 0.8],
    width * 0.022,
    acme.ink,
    acme.terracotta,
  );
  return { width, height, content: rect(0, 0, width, height, '#fbf8f2') + heading + mark + cards.join('') };
};

export type Poster = {
  width: number;
  height: number;
  ground: string;
  colour: string;
  accent: string;
  lines: readonly string[];
};

/** Words as large as the sheet takes them. */
export const poster = ({ width, height, ground, colour, accent, lines }: Poster): Drawing => {
  const margin = width * 0.08;
  let y = margin * 1.1;
  const rows = lines.map((line, index) => {
    const weight = 0.2;
    const size = Math.min(height * 0.24, (width - margin * 2) / widthOf(line, 1, 3.4));
    const row = words(line, {
      at: [margin + size * 0.1, y + size * 0.1],
      size,
      colour: index === 1 ? accent : colour,
      weight,
      spacing: 3.4,
    });
    y += size * 1.32;
    return row;
  });
  const foot = words('Acme Spring summer 2027', {
    at: [margin, height - margin * 1.2],
    size: width * 0.021,
    colour,
    weight: 0.13,
  });
  const mark = sign([width - margin * 2, height - margin * 2], margin, colour, accent);
  return {
    width,
    height,
    grain: 5,
    content: rect(0, 0, width, height, ground) + rows.join('') + foot + mark,
  };
};

/** The season's number over a sun. */
export const numeral = ({ width, height, ground, colour, accent }: Poster): Drawing => {
  const size = height * 0.36;
  const text = '27';
  const x = (width - widthOf(text, size, 3)) / 2;
  const parts = [
    rect(0, 0, width, height, ground),
    circle(width * 0.62, height * 0.4, width * 0.31, accent),
    words(text, { at: [x, height * 0.32], size, colour, weight: 0.17, spacing: 3 }),
    words('Acme', {
      at: [width / 2, height * 0.89],
      size: width * 0.036,
      colour,
      weight: 0.14,
      align: 'middle',
    }),
    words('Slow light', {
      at: [width / 2, height * 0.08],
      size: width * 0.036,
      colour,
      weight: 0.14,
      align: 'middle',
    }),
  ];
  return { width, height, grain: 6, content: parts.join('') };
};
