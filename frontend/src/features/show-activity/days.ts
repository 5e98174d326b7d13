import { formatLongDay } from '../../shared/format/format-date.ts';
import { words } from './words.ts';

export type Day<Item> = { key: string; heading: string; items: Item[] };

/** Groups what happened by the reader's days, in the order in which it comes. */
export function byDay<Item extends { at: string }>(items: readonly Item[], now: Date): Day<Item>[] {
  const days: Day<Item>[] = [];
  for (const item of items) {
    const key = dayKeyOf(new Date(item.at));
    const last = days.at(-1);
    if (last?.key === key) last.items.push(item);
    else days.push({ key, heading: headingOf(item.at, now), items: [item] });
  }
  return days;
}

function headingOf(at: string, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  const key = dayKeyOf(new Date(at));
  if (key === dayKeyOf(now)) return words.today;
  return key === dayKeyOf(yesterday) ? words.yesterday : formatLongDay(at, now);
}

function dayKeyOf(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
