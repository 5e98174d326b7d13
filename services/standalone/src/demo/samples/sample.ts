import { paint } from './paint.ts';
import type { PictureFormat } from './paint.ts';
import { range } from './random.ts';
import { svgOf } from './svg.ts';
import type { Drawing } from './svg.ts';

export type SampleDomain = 'Brand' | 'Campaigns' | 'Press' | 'Studio';

export type Sample = {
  domain: SampleDomain;
  fileName: string;
  title: string;
  tags: string[];
  availability: 'available' | 'unavailable';
  /** From the making of the demo on; negative for what has expired. */
  expiresInDays?: number;
  shareable: boolean;
  /** Its bytes; those of the footage are made where they are taken in. */
  content: (() => Promise<Buffer>) | 'footage';
};

export type SampleRights = Partial<Pick<Sample, 'availability' | 'expiresInDays' | 'shareable'>>;

/** A file's name, its title and its tags in one string each, as they are read best in a list. */
export type Entry = readonly [fileName: string, title: string, tags: string];

export const sample = (
  domain: SampleDomain,
  [fileName, title, tags]: Entry,
  content: Sample['content'],
  rights: SampleRights = {},
): Sample => ({
  ...{ domain, fileName, title, tags: tags.split(' '), content },
  ...{ availability: 'available', shareable: true, ...rights },
});

/** Large enough for any screen of a page; drawing and reading more would only make the first start longer. */
const USUAL_SCALE = 0.6;

/** The format follows from the file's name; `scale` makes a larger file of the same drawing, for print. */
export const picture = (
  domain: SampleDomain,
  entry: Entry,
  draw: () => Drawing,
  { scale = USUAL_SCALE, ...rights }: SampleRights & { scale?: number } = {},
): Sample => {
  const extension = entry[0].split('.').at(-1) ?? 'jpg';
  const content = async (): Promise<Buffer> => {
    const drawing = draw();
    if (extension === 'svg') return Buffer.from(svgOf(drawing, drawing.content));
    return paint(drawing, extension as PictureFormat, scale);
  };
  return sample(domain, entry, content, rights);
};

/** Never two of a kind beside one another, as far as they reach. */
export const interleave = (groups: Sample[][]): Sample[] => {
  const longest = Math.max(...groups.map((group) => group.length));
  return range(longest).flatMap((index) => groups.flatMap((group) => group.slice(index, index + 1)));
};
