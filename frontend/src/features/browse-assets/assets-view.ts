import type { AssetKind, AssetQuery, Availability } from '@vitrine/contracts';

export type AssetSort = AssetQuery['sort'];
export type Layout = 'grid' | 'list';
/** How much room each asset gets. */
export type Density = 'compact' | 'comfortable' | 'spacious';

/** How a person looks at the assets. The address holds it, so that it can be linked and the back button works. */
export type AssetsView = {
  q?: string;
  kind?: AssetKind;
  availability?: Availability;
  sort?: AssetSort;
  layout?: Layout;
  density?: Density;
  /** The asset whose preview is open. */
  preview?: string;
};

export const SORTS = [
  'newest',
  'oldest',
  'name',
  'largest',
  'smallest',
] as const satisfies readonly AssetSort[];
export const KINDS = [
  'image',
  'video',
  'audio',
  'pdf',
  'document',
  'text',
  'archive',
  'other',
] as const satisfies readonly AssetKind[];
export const AVAILABILITIES = [
  'available',
  'unavailable',
  'expired',
  'processing',
] as const satisfies readonly Availability[];
export const LAYOUTS = ['grid', 'list'] as const satisfies readonly Layout[];
export const DENSITIES = ['compact', 'comfortable', 'spacious'] as const satisfies readonly Density[];
export const USUAL_DENSITY: Density = 'comfortable';

export const QUERY_LENGTH_MAX = 200;

/** Reads a view out of an address. What is not understood is left out, since links are old or written by hand. */
export function parseAssetsView(search: Record<string, unknown>): AssetsView {
  return withoutUndefined({
    q: textOf(search['q'])?.slice(0, QUERY_LENGTH_MAX),
    kind: oneOf(KINDS, search['kind']),
    availability: oneOf(AVAILABILITIES, search['availability']),
    sort: oneOf(SORTS, search['sort']),
    layout: oneOf(LAYOUTS, search['layout']),
    density: oneOf(DENSITIES, search['density']),
    preview: textOf(search['preview']),
  });
}

/** What of the view the server is asked for, in pages of this length. */
export const PAGE_SIZE = 100;

export function filterOf({ q, kind, availability, sort }: AssetsView) {
  return withoutUndefined({ q, kind, availability, sort });
}

/** A page of a domain's assets under a view, by its number: the first is 0. */
export function pageOf(domainId: string, view: AssetsView, page: number) {
  const offset = page * PAGE_SIZE;
  return { domainId, limit: PAGE_SIZE, ...(offset === 0 ? {} : { offset }), ...filterOf(view) };
}

export function hasFilter({ q, kind, availability }: AssetsView): boolean {
  return q !== undefined || kind !== undefined || availability !== undefined;
}

/** Leaves out what is not set, so that an optional property is absent and never `undefined`. */
export function withoutUndefined<T extends object>(value: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>;
  };
}

function oneOf<const T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((candidate) => candidate === value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
