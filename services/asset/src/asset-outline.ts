import type { AssetKind, AssetOutline } from '@vitrine/contracts';
import { type Sliced, mapOf } from '@vitrine/platform/schedule/slices.ts';

const FIELDS = 4;

/** Reads the values that the database put into one text; nothing that people wrote is among them. It can pause. */
export function* outlineOf(packed: string | null): Sliced<AssetOutline> {
  const values = packed === null ? [] : packed.split(',');
  if (values.length % FIELDS !== 0) throw new Error('The outline of assets was not read whole.');
  const places = Array.from({ length: values.length / FIELDS }, (_, place) => place * FIELDS);
  const column = <Value>(field: number, valueOf: (text: string) => Value): Sliced<Value[]> =>
    mapOf(places, (place) => valueOf(values[place + field] ?? ''));
  return {
    id: yield* column(0, (id) => id),
    byteSize: yield* column(1, Number),
    kind: yield* column(2, (kind) => kind as AssetKind),
    hasThumbnail: yield* column(3, (flag) => flag === '1'),
  };
}
