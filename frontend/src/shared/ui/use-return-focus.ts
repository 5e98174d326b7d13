import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it before. For a dialog that is drawn only while it is open: Mantine remembers the
 * focus only of one that was there, closed, before.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}

/** An entry of a menu is gone with its menu: what opened the menu stays. */
function openerOf(element: Element | null): Element | null {
  const menuLabelId = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return menuLabelId ? document.getElementById(menuLabelId) : element;
}
