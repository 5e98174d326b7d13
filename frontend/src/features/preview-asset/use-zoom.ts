import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { nextScale, scrollAround } from './zoom.ts';
import type { Point, Size } from './zoom.ts';

type Zoom = { scale: number; size: Size; scroll: Point };

/** A picture in a place that scrolls once it is larger than the place. It is as large as fits where `zoom` is null. */
export function useZoom(placeRef: RefObject<HTMLElement | null>, pictureRef: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState<Zoom | null>(null);
  const fitRef = useRef<Size | null>(null);
  const scale = zoom?.scale ?? 1;

  useLayoutEffect(() => {
    if (zoom !== null) placeRef.current?.scrollTo(zoom.scroll.x, zoom.scroll.y);
  }, [zoom, placeRef]);

  /** Around the pointer, or around the middle. */
  function zoomTo(wanted: number, pointer?: Point) {
    const place = placeRef.current?.getBoundingClientRect();
    const picture = pictureRef.current?.getBoundingClientRect();
    if (place === undefined || picture === undefined) return;
    if (zoom === null) fitRef.current = { width: picture.width, height: picture.height };
    const fit = fitRef.current;
    if (wanted === 1 || fit === null) {
      setZoom(null);
      return;
    }
    const at = pointer ?? { x: place.x + place.width / 2, y: place.y + place.height / 2 };
    const spot = { x: (at.x - picture.x) / picture.width, y: (at.y - picture.y) / picture.height };
    const size = { width: fit.width * wanted, height: fit.height * wanted };
    const inPlace = { x: at.x - place.x, y: at.y - place.y };
    setZoom({ scale: wanted, size, scroll: scrollAround(spot, inPlace, size) });
  }

  const step = (direction: 'in' | 'out', pointer?: Point) => zoomTo(nextScale(scale, direction), pointer);
  usePinch(placeRef, step);
  return { zoom, scale, zoomTo, step };
}

/** Two fingers on a touchpad, and the wheel with Ctrl, would zoom the whole page. */
function usePinch(
  placeRef: RefObject<HTMLElement | null>,
  step: (direction: 'in' | 'out', pointer: Point) => void,
): void {
  const turn = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    step(event.deltaY < 0 ? 'in' : 'out', { x: event.clientX, y: event.clientY });
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    placeRef.current?.addEventListener('wheel', (event) => turn(event), { passive: false, signal });
    return () => listening.abort();
  }, [placeRef]);
}
