import { useLayoutEffect, useRef, useState } from 'react';
import { isCovered } from '../../shared/state/covered.ts';
import { whenCoveredInSlices } from '../../shared/state/in-slices.ts';

/** How wide an element is: known before it is first painted, and followed from then on. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    // Below the early drawing the browser lays the page out in a task of its own, and the observer tells of it.
    if (!isCovered()) measure();
    const observer = new ResizeObserver(() => whenCoveredInSlices(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
