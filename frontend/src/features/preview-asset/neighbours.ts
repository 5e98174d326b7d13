/** The ids before and after one in a list; null at its ends and for one that is not in it. */
export function neighboursOf(
  ids: readonly string[],
  id: string,
): { previous: string | null; next: string | null } {
  const index = ids.indexOf(id);
  if (index === -1) return { previous: null, next: null };
  return { previous: ids[index - 1] ?? null, next: ids[index + 1] ?? null };
}
