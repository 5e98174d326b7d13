import type { PointerEvent } from 'react';

/** Whoever points at a line that is cut, or has no room for all of it, reads all of it. */
export function showWhole({ currentTarget: line }: PointerEvent<HTMLElement>): void {
  const isCut = line.scrollWidth > line.clientWidth || line.scrollHeight > line.clientHeight;
  line.title = isCut ? line.innerText : '';
}
