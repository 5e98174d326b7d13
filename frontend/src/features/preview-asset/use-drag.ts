import { useRef } from 'react';
import type { PointerEvent, RefObject } from 'react';

/** So far a press may go and still be one. */
const PRESS_PX = 4;

type Options = { placeRef: RefObject<HTMLElement | null>; onPress: (at: { x: number; y: number }) => void };

/** Moves what a place shows of a larger picture, as it is dragged with the mouse. Fingers scroll by themselves. */
export function useDrag({ placeRef, onPress }: Options) {
  const from = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  const distance = ({ clientX, clientY }: PointerEvent) =>
    from.current === null ? 0 : Math.hypot(clientX - from.current.x, clientY - from.current.y);

  function onPointerDown(event: PointerEvent) {
    const place = placeRef.current;
    if (place === null || event.button !== 0) return;
    from.current = { x: event.clientX, y: event.clientY, left: place.scrollLeft, top: place.scrollTop };
    if (event.pointerType === 'mouse') place.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent) {
    if (from.current === null || event.pointerType !== 'mouse' || distance(event) < PRESS_PX) return;
    const { x, y, left, top } = from.current;
    placeRef.current?.scrollTo(left - (event.clientX - x), top - (event.clientY - y));
  }

  function onPointerUp(event: PointerEvent) {
    if (from.current !== null && distance(event) < PRESS_PX) onPress({ x: event.clientX, y: event.clientY });
    from.current = null;
  }

  // Where a finger scrolls, the browser takes the pointer away.
  const onPointerCancel = () => {
    from.current = null;
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
}
