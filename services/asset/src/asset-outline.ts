import type { AssetKind, AssetOutline } from '@vitrine/contracts';

const FIELDS = 4;

/** Reads the values that the database put into one text; nothing that people wrote is among them. */
export const outlineOf = (packed: string | null): AssetOutline => {
  const values = packed === null ? [] : packed.split(',');
  if (values.length % FIELDS !== 0) throw new Error('The outline of assets was not read whole.');
  const column = (field: number): string[] =>
    Array.from({ length: values.length / FIELDS }, (_, place) => values[place * FIELDS + field] ?? '');
  return {
    id: column(0),
    byteSize: column(1).map(Number),
    kind: column(2) as AssetKind[],
    hasThumbnail: column(3).map((flag) => flag === '1'),
  };
};
