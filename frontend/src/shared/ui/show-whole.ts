import type { PointerEvent } from 'react';

/** Whoever points at a line that is cut reads all of it. */
export function showWhole({ currentTarget: line }: PointerEvent<HTMLElement>): void {
  line.title = line.scrollWidth > line.clientWidth ? line.innerText : '';
}
