import { useRef } from 'react';

/**
 * An act that is begun again only when what came of the first press can be seen: whoever presses twice before means it
 * once. A mutation tells of itself a moment later than it was begun, and on a busy machine two presses wait side by side.
 */
export function useOnce<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const isActing = useRef(false);
  return (...args) => {
    if (isActing.current) return;
    isActing.current = true;
    act(...args);
    // Behind what the act itself has put off.
    setTimeout(() => {
      isActing.current = false;
    });
  };
}
