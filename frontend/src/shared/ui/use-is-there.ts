import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Tells whether what asks is still on the page. A dialog may be closed while what it does is under way: what came of that
 * is told all the same, but another dialog that stands there by then is not to be closed for it.
 */
export function useIsThere(): () => boolean {
  const isThere = useRef(true);
  useLayoutEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  return useCallback(() => isThere.current, []);
}
