import { type Sliced, forEach } from '../schedule/slices.ts';

/** Each id once and as the database gives it back, in the order asked for. It can pause. */
export function* distinctIds(ids: readonly string[]): Sliced<string[]> {
  const distinct = new Set<string>();
  yield* forEach(ids, (id) => distinct.add(id.toLowerCase()));
  return [...distinct];
}
