/** At most two letters that stand for a person: of the first and the last of their names. */
export function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/).filter(Boolean);
  const picked = names.length > 1 ? [names[0], names.at(-1)] : names;
  return picked.map((part) => Array.from(part ?? '')[0]?.toLocaleUpperCase() ?? '').join('');
}
