import { useEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { neighbourOf } from './grid-measure.ts';

const FOCUSABLE = '[data-asset-focus]';

type Options = {
  container: RefObject<HTMLElement | null>;
  count: number;
  columnCount: number;
  scrollToRow: (row: number) => void;
};

/** Moves the focus from asset to asset with the arrow keys, also to one that is not drawn yet. */
export function useArrowKeys({ container, count, columnCount, scrollToRow }: Options) {
  const wanted = useRef<number | null>(null);

  // Runs after each drawing: the row that was scrolled to may have just appeared.
  useEffect(() => {
    if (wanted.current !== null && focusOn(container.current, wanted.current)) wanted.current = null;
  });

  return (event: KeyboardEvent) => {
    const item =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (item === null || !(event.target as HTMLElement).matches(FOCUSABLE)) return;
    const next = neighbourOf(Number(item.dataset['index']), event.key, count, columnCount);
    if (next === null) return;
    event.preventDefault();
    scrollToRow(Math.floor(next / columnCount));
    if (!focusOn(container.current, next)) wanted.current = next;
  };
}

function focusOn(container: HTMLElement | null, index: number): boolean {
  const target = container?.querySelector<HTMLElement>(`[data-index="${index}"] ${FOCUSABLE}`);
  target?.focus({ preventScroll: true });
  return target !== null && target !== undefined;
}
