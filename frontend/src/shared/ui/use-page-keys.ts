import { useEffectEvent, useLayoutEffect } from 'react';

/** A dialog or a menu that is on its way is left by Escape too. */
const OTHERS = '[role="dialog"], dialog[open], [data-opening], [aria-haspopup="menu"][aria-busy]';

/**
 * Listens to keys that are meant for the page: not while somebody types, and not under a dialog or a menu. It hears a
 * key before they do, so that the Escape that closes one of them is not taken for another.
 */
export function usePageKeys(onKey: (event: KeyboardEvent) => void): void {
  const press = useEffectEvent(onKey);
  // With what is drawn, and not some frames later: whoever sees the page may press a key.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const listener = (event: KeyboardEvent) => {
      if (!isMeantForOthers(event)) press(event);
    };
    window.addEventListener('keydown', listener, { capture: true, signal: listening.signal });
    return () => listening.abort();
  }, []);
}

function isMeantForOthers({ target }: KeyboardEvent): boolean {
  const isTyping =
    target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select');
  return isTyping || document.querySelector(OTHERS) !== null || isMenuOpen();
}

/** One that is closing still stands there for some frames, and no key is meant for it any more. */
function isMenuOpen(): boolean {
  return [...document.querySelectorAll('[role="menu"]')].some((menu) => {
    const opener = document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
    return opener?.getAttribute('aria-expanded') !== 'false';
  });
}
