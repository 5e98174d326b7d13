import { useEffect, useRef } from 'react';
import type { SelectionActions } from '../../features/select-assets/use-selection.ts';
import type { Asset } from '../../shared/assets/asset.ts';

/**
 * Keys of a file manager: all that is listed, and nothing. It listens before any dialog or menu does, so that the
 * Escape that closes one of them is not taken for another.
 */
export function useAssetsKeys(listed: readonly Asset[], actions: SelectionActions): void {
  const latest = useRef({ listed, actions });
  useEffect(() => {
    latest.current = { listed, actions };
  });

  useEffect(() => {
    const listening = new AbortController();
    const listener = (event: KeyboardEvent) => {
      if (isMeantForOthers(event)) return;
      if (event.key === 'Escape') latest.current.actions.clear();
      if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        latest.current.actions.add(latest.current.listed);
      }
    };
    window.addEventListener('keydown', listener, { capture: true, signal: listening.signal });
    return () => listening.abort();
  }, []);
}

function isMeantForOthers({ target }: KeyboardEvent): boolean {
  const isTyping =
    target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select');
  return isTyping || document.querySelector('[role="dialog"], [role="menu"]') !== null;
}
